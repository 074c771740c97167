"""What people get by e-mail, and what they never get."""
import re
import sys
import tempfile

from house import Box, House, body, until

number = 0


def is_so(name, good, more=''):
    global number
    number += 1
    print(f'{"ok" if good else "not ok"} {number} - {name}', flush=True)
    if not good and more:
        print('# ' + str(more).replace('\n', '\n# '), flush=True)


def due(house, *logins):
    """The hour of these people's daily e-mail has come."""
    names = ','.join(f"'{x}'" for x in logins)
    house.sql(f'UPDATE mail_wish SET next_at = 1 WHERE person_id IN (SELECT id FROM person WHERE login IN ({names}))')


def looked_at(house):
    return until(lambda: house.sql('SELECT count(*) FROM mail_wish')[0][0] == 5)


def walk(house, box):
    house.serve()
    is_so('the clock has looked at everybody with an address', looked_at(house))
    is_so('what the server does by itself is listed beside it', 'make the daily e-mails' in house.run('jobs'))
    code, said = house.ask('root', 'GET', '/api/jobs')
    is_so('and for programs', code == 200 and '"next_at"' in said and 'send what is to go out' in said, said)
    house.week('wang', '# 经验\n## 报价前先问清流程 #报价\n周二问了三件事。\n求助: 给一份表\n')
    house.week('li', '# 教训\n## 本组不外传的金丝雀句\n周三。\n范围: 本团队\n')
    house.ask('lin', 'POST', '/api/points/1/remarks', {'kind': 'why', 'text': '为什么先问流程？\r\nBcc: x@example.com'})
    due(house, 'lin', 'wang', 'li', 'east', 'boss')
    is_so('who was told something gets it once a day', until(lambda: box.to('lin') and box.to('wang')))
    mail = box.to('wang')[0]
    is_so('its subject can be read', mail['subject'] == '有 1 件事您还没看', mail['subject'])
    is_so('it comes from where it was set up', mail.sender == 'river@example.com' and 'river@example.com' in mail['from'], mail['from'])
    text, html = body(mail, 'plain'), body(mail, 'html')
    is_so('it says who and what', '林经理' in text and '报价前先问清流程' in text and '报价前先问清流程' in html, text)
    is_so('its links lead to us', re.search(r'https://river\.example\.com/inbox/\d+', text) is not None, text)
    is_so('what was said begins no header', mail['bcc'] is None and len(box.mails) == len({m['message-id'] for m in box.mails}))
    is_so('all of it is ASCII in short lines', all(len(line) <= 998 and max(line, default=0) < 128 for line in mail.raw.split(b'\r\n')))
    is_so('who was told nothing gets nothing', not box.to('li') and not box.to('boss'))
    is_so('what stays in the team is in nobody else\'s mail', all('金丝雀' not in body(m, 'plain') for m in box.to('east') + box.to('boss')))
    before = len(box.mails)
    due(house, 'lin', 'wang')
    until(lambda: house.sql('SELECT count(*) FROM mail_wish WHERE next_at = 1')[0][0] == 0)
    until(lambda: False, 5)
    is_so('what stood in a mail is not told again', len(box.mails) == before, [m['subject'] for m in box.mails])

    code, choice = house.ask('lin', 'PUT', '/api/me/mail', {'daily': 'none', 'at_once': True})
    is_so('one chooses', code == 200 and '"none"' in choice.replace(' ', ''), choice)
    code, said = house.ask('lin', 'PUT', '/api/me/mail', {'daily': '24'})
    is_so('an hour that is none is refused', code == 422, said)
    house.week('li', '# 教训\n## 合同条款没有看清\n周四签的。\n请示: 能不能改一条\n')
    is_so('an ask comes at once to who wants that', until(lambda: any('李娜' in body(m, 'plain') for m in box.to('lin'))))

    leave = box.to('lin')[-1]['list-unsubscribe'].strip('<>')
    is_so('each says how to end it', leave.startswith('https://river.example.com/mail/leave/') and
          box.to('lin')[-1]['list-unsubscribe-post'] == 'List-Unsubscribe=One-Click')
    path = leave.removeprefix('https://river.example.com')
    is_so('looking at that address ends nothing', house.ask(None, 'GET', path)[0] == 200 and
          '"at_once":true' in house.ask('lin', 'GET', '/api/me/mail')[1].replace(' ', ''))
    is_so('another address is none', house.ask(None, 'POST', path[:-1] + ('A' if path[-1] != 'A' else 'B'), '')[0] == 404)
    code, _ = house.ask(None, 'POST', path, 'List-Unsubscribe=One-Click', 'application/x-www-form-urlencoded')
    choice = house.ask('lin', 'GET', '/api/me/mail')[1].replace(' ', '')
    is_so('one click without signing in ends it', code == 200 and '"daily":"none","at_once":false' in choice, choice)


def refused_and_killed(house, box):
    box.refuse.add('wang@example.com')
    box.later.add('li@example.com')
    for login in ('wang', 'li'):
        house.ask('lin', 'POST', f'/api/points/{ {"wang": 1, "li": 3}[login] }/remarks', {'kind': 'advice', 'text': '下次先打电话'})
    due(house, 'wang', 'li')
    is_so('who is not taken is given up, and it is said why', until(lambda: house.sql(
        "SELECT error FROM outbox WHERE state = 'failed'")), house.sql('SELECT channel, state, error FROM outbox'))
    error = house.sql("SELECT error FROM outbox WHERE state = 'failed'")
    is_so('with the server\'s number, without an address', error and '550' in error[0][0] and '@' not in error[0][0], error)
    is_so('who is not taken now is tried again', until(lambda: len(box.to('li')) == 1), box.tried)

    # Killed when the row is on disk and nothing has left yet: the post office is closed meanwhile.
    box.refuse.clear()
    house.post.stop()
    house.ask('lin', 'POST', '/api/points/1/remarks', {'kind': 'comment', 'text': '又想起一件事'})
    due(house, 'wang')
    until(lambda: house.sql("SELECT count(*) FROM outbox WHERE state = 'queued' AND tries > 0")[0][0] == 1)
    house.kill()
    tries = house.sql("SELECT tries FROM outbox WHERE state = 'queued'")
    is_so('what could not leave waits', tries and tries[0][0] >= 1, tries)
    house.open_post()
    got = len(box.to('wang'))
    house.sql("UPDATE outbox SET next_at = made_at WHERE state = 'queued'")
    house.serve()
    is_so('after a kill it arrives', until(lambda: len(box.to('wang')) == got + 1),
          house.sql('SELECT channel, what, state, tries, next_at, error FROM outbox'))
    until(lambda: False, 4)
    is_so('and once', len(box.to('wang')) == got + 1)


with tempfile.TemporaryDirectory() as folder:
    box = Box()
    house = House(sys.argv[1], folder, box)
    try:
        walk(house, box)
        refused_and_killed(house, box)
    finally:
        house.end()
