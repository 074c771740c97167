"""A mail server (aiosmtpd) and a small organisation, for walk.py."""
import email
import email.policy
import json
import os
import socket
import sqlite3
import subprocess
import time
import urllib.request

from aiosmtpd.controller import Controller


class Box:
    """What the mail server took; refuse and later: whom it does not take, or not the first time."""

    def __init__(self):
        self.mails, self.refuse, self.later, self.tried = [], set(), set(), []

    async def handle_RCPT(self, server, session, envelope, address, options):
        self.tried.append(address)
        if address in self.refuse:
            return '550 nobody of this name'
        if address in self.later:
            self.later.discard(address)
            return '451 come again'
        envelope.rcpt_tos.append(address)
        return '250 OK'

    async def handle_DATA(self, server, session, envelope):
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        mail.raw, mail.sender, mail.whom = envelope.content, envelope.mail_from, list(envelope.rcpt_tos)
        self.mails.append(mail)
        return '250 taken'

    def to(self, login):
        return [m for m in self.mails if m.whom == [login + '@example.com']]


def body(mail, kind):
    part = mail.get_body((kind,))
    return part.get_content() if part else ''


def until(what, seconds=60):
    for _ in range(seconds * 10):
        if what():
            return True
        time.sleep(0.1)
    return False


PEOPLE = '''unit_code,unit_name,parent_code,login,name,roles,email,active
HQ,总部,,boss,总经理,hq,boss@example.com,1
E,华东分公司,HQ,east,东经理,branch_manager,east@example.com,1
E-1,一组,E,lin,林经理,team_manager,lin@example.com,1
E-1,一组,E,wang,王磊,rep,wang@example.com,1
E-1,一组,E,li,李娜,rep,li@example.com,1
'''


class House:
    def __init__(self, program, folder, box):
        self.program, self.folder, self.db = os.path.abspath(program), folder, os.path.join(folder, 'db')
        self.box = box
        with socket.socket() as free:
            free.bind(('127.0.0.1', 0))
            self.port = free.getsockname()[1]
        self.open_post()
        self.env = {**os.environ, 'LANG': 'C.UTF-8', 'TRIBUTARY_DB': self.db, 'TRIBUTARY_SMTP_TLS': 'off',
                    'TRIBUTARY_SMTP_URL': f'smtp://127.0.0.1:{self.port}', 'TRIBUTARY_SMTP_FROM': 'river@example.com'}
        self.server, self.tokens, self.weeks = None, {}, 0
        self.run('person', 'add', 'root', '--name', '管理员', '--role', 'admin', '--unit', 'HQ')
        people = os.path.join(folder, 'people.csv')
        with open(people, 'w', encoding='utf-8') as f:
            f.write(PEOPLE + 'HQ,总部,,root,管理员,admin,,1\n')
        self.run('org', 'import', people, '--apply')
        for login in ('boss', 'east', 'lin', 'wang', 'li', 'root'):
            self.tokens[login] = self.run('token', 'add', login).strip().splitlines()[-1]

    def open_post(self):
        self.post = Controller(self.box, hostname='127.0.0.1', port=self.port)
        self.post.start()

    def run(self, *words):
        done = subprocess.run([self.program, *words], env=self.env, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        if done.returncode:
            raise SystemExit(f'{words}: {done.stdout}{done.stderr}')
        return done.stdout

    def serve(self):
        self.server = subprocess.Popen(
            [self.program, 'serve', '--listen', '127.0.0.1:0', '--workers', '2', '--base-url', 'https://river.example.com/'],
            env=self.env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for line in self.server.stdout:
            if line.startswith('listening on '):
                self.url = line.split()[-1]
                return

    def kill(self):
        self.server.kill()
        self.server.wait()

    def ask(self, login, method, path, data=None, kind='application/json'):
        headers = {'Content-Type': kind} if data is not None else {}
        if login:
            headers['Authorization'] = 'Bearer ' + self.tokens[login]
        content = None if data is None else (data if isinstance(data, str) else json.dumps(data)).encode()
        request = urllib.request.Request(self.url + path, data=content, method=method, headers=headers)
        try:
            with urllib.request.urlopen(request) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read().decode()

    def week(self, login, text):
        self.weeks += 1
        code, said = self.ask(login, 'POST', '/api/reflections', f'---\ntask: 任务{self.weeks}\n---\n{text}', 'text/markdown')
        assert code == 201, said

    def sql(self, words):
        with sqlite3.connect(self.db, timeout=20) as db:
            return db.execute(words).fetchall()

    def end(self):
        if self.server and self.server.poll() is None:
            self.server.terminate()
            self.server.wait()
        self.post.stop()
