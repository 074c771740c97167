#!/bin/bash
# E-mail, sent to a real mail server on the loopback and read by another program's parser. Lines of TAP.
exec /usr/bin/python3 tests/mail/walk.py "${B:-build}/tributary"
