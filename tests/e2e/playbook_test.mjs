// The playbook in a browser: the map is walked by keyboard, a guide is written and confirmed, a newcomer reads along the path, asks, and
// somebody tells a story.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isWide, open } from './house.mjs';

let house;
before(async () => { house = await open('--weeks', '3'); });
after(() => house.close());

const press = (page, selector) => Promise.all([page.waitForNavigation(), page.click(selector)]);

test('the map is a picture that the keyboard walks; on a phone it is a path downwards', async () => {
	const page = await house.enter('gujiayi');
	await page.goto(house.url + '/topics');
	assert.equal(await page.isVisible('svg.wide'), true);
	assert.equal(await page.isVisible('svg.tall'), false);
	await page.focus('svg.wide a.stage');
	const first = await page.evaluate(() => document.activeElement.getAttribute('href'));
	await page.keyboard.press('Tab');
	const second = await page.evaluate(() => document.activeElement.getAttribute('href'));
	assert.notEqual(first, second);
	assert.match(second, /^\/topics\/\d+$/);
	await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
	assert.equal(new URL(page.url()).pathname, second);
	assert.equal(await page.locator('[style]').count(), 0);
	const phone = await house.enter('niehaibo', { width: 360, dark: true });
	await phone.goto(house.url + '/topics');
	assert.equal(await phone.isVisible('svg.tall'), true);
	assert.equal(await isWide(phone), false);
	const places = await phone.$$eval('svg.tall a.stage .water', all => all.map(c => c.getBoundingClientRect()).map(r => [Math.round(r.x + r.width / 2), r.y]));
	assert.ok(places.length > 5 && places.every((p, i) => !i || (p[0] === places[0][0] && p[1] > places[i - 1][1])));
	// What one looked at is not new any more.
	const fresh = phone.locator('svg.tall a.stage:has(.fresh)').first(), href = await fresh.getAttribute('href');
	await phone.goto(house.url + href);
	await phone.goto(house.url + '/topics');
	assert.equal(await phone.locator(`svg.tall a.stage[href="${href}"] .fresh`).count(), 0);
	assert.deepEqual([...page.errors, ...phone.errors], []);
});

test('a trainer writes a guide, which keeps itself, and gives it out; its owner confirms it with a tap', async () => {
	const trainer = await house.enter('yinshulan', { width: 360 });
	await trainer.goto(house.url + '/topics');
	const hrefs = await trainer.$$eval('svg.tall a.stage:not(:has(.guide))', all => all.map(a => a.getAttribute('href')));
	const topic = hrefs[hrefs.length - 1];
	await trainer.goto(house.url + topic);
	await press(trainer, '#guide a.btn');
	await trainer.fill('[name=body]', '先问最怕什么。');
	await trainer.waitForFunction(() => document.querySelector('.saved').dataset.state === 'saved');
	await trainer.reload();
	assert.equal(await trainer.inputValue('[name=body]'), '先问最怕什么。');
	const chip = trainer.locator('button[data-insert^="[["]').first();
	await chip.click();
	assert.match(await trainer.inputValue('[name=body]'), /\[\[\d+\]\]/);
	assert.equal(await isWide(trainer), false);
	await press(trainer, 'button[value=publish]');
	assert.match(await trainer.textContent('#guide'), /先问最怕什么/);
	const reader = await house.enter('gujiayi', { script: false });
	await reader.goto(house.url + topic);
	assert.match(await reader.textContent('#guide'), /先问最怕什么.*尹书兰|尹书兰.*先问最怕什么/s);
	assert.equal(await reader.locator('#guide a[href$="/guide/edit"]').count(), 0);
	// Two at once: the second sees both.
	await trainer.goto(house.url + topic + '/guide/edit');
	const other = await house.enter('moxiaofeng');
	await other.goto(house.url + topic + '/guide/edit');
	await other.fill('[name=body]', '先问最怕什么，再问谁签字。');
	await press(other, 'button[value=publish]');
	await trainer.fill('[name=body]', '我改的一句。');
	await press(trainer, 'button[value=publish]');
	assert.match(await trainer.textContent('main'), /莫晓峰.*存了另一版/s);
	assert.equal(await trainer.inputValue('[name=body]'), '我改的一句。');
	// The one that is due.
	await other.goto(house.url + '/');
	await press(other, 'main a:has-text("现在还管用吗")');
	await press(other, '#guide form[action$="/confirm"] button');
	assert.match(await other.textContent('main'), /记下了：仍然有效/);
	await other.goto(house.url + '/');
	assert.doesNotMatch(await other.textContent('main'), /现在还管用吗/);
	assert.deepEqual(trainer.errors.filter(e => !/412/.test(e)), []);
	assert.deepEqual(other.errors, []);
});

test('a newcomer reads on along the path, asks what is not clear, and the manager sees both', async () => {
	const page = await house.enter('panruoxi', { width: 360, script: false });
	await page.goto(house.url + '/');
	await press(page, 'main a:has-text("路线上的下一页")');
	const before = page.url();
	await press(page, '.here button');
	assert.notEqual(page.url(), before);
	assert.equal(await isWide(page), false);
	await page.goto(house.url + '/path');
	const done = Number(await page.getAttribute('progress', 'value'));
	assert.ok(done >= 1);
	const topic = await page.$$eval('ol.reading a[href^="/topics/"]', all => all[0].getAttribute('href'));
	await page.goto(house.url + topic);
	await page.click('#ask summary:has-text("问一句")');
	await page.fill('#ask-text', '电话里客户只问价，怎么接？');
	await press(page, '#ask form[action*="/asks"] button:has-text("提问")');
	assert.match(await page.textContent('#ask'), /电话里客户只问价/);
	const manager = await house.enter('luweimin', { width: 360 });
	await manager.goto(house.url + '/path');
	assert.match(await manager.textContent('#people'), new RegExp(`潘若溪.*已读 ${done} /`, 's'));
	await manager.goto(house.url + '/asks');
	const card = manager.locator('article.card.ask:has-text("电话里客户只问价")');
	await card.locator('textarea').first().fill('先问一句：什么车，跑哪条线？');
	await Promise.all([manager.waitForNavigation(), card.locator('form[action$="/answer"] button').click()]);
	await page.goto(house.url + topic);
	assert.match(await page.textContent('#ask'), /先问一句：什么车/);
	assert.deepEqual([...page.errors, ...manager.errors], []);
});

test('a story has three minutes to be told, counted while one types, and a log of who told it', async () => {
	const trainer = await house.enter('yinshulan', { width: 360 });
	await trainer.goto(house.url + '/stories');
	const story = await trainer.$$eval('main a[href^="/stories/"]', all => all.map(a => a.getAttribute('href')).find(h => /^\/stories\/\d+$/.test(h)));
	await trainer.goto(house.url + story + '/script');
	await trainer.fill('#text', '他问最怕什么。'.repeat(110));
	assert.match(await trainer.textContent('#text-length'), /660 字，约 2\.9 分钟/);
	await press(trainer, '.bar button.primary');
	const teller = await house.enter('luweimin', { width: 360, script: false });
	await teller.goto(house.url + '/stories');
	const told = await teller.$$eval('main a[href^="/stories/"]', all => all.map(a => a.getAttribute('href')).find(h => /^\/stories\/\d+$/.test(h)));
	await teller.goto(house.url + told);
	await teller.click('#tell summary');
	await teller.fill('#tell-whom', '周五早会');
	await teller.fill('#tell-listeners', '5');
	await press(teller, '#tell button:has-text("记下来")');
	assert.match(await teller.textContent('#told'), /陆为民 讲给周五早会/);
	assert.equal(await isWide(teller), false);
	assert.deepEqual([...trainer.errors, ...teller.errors], []);
});

test('a story typed as one file keeps itself, and what is too long for that is said at once', async () => {
	const trainer = await house.enter('yinshulan');
	await trainer.goto(house.url + '/stories/new?file=1');
	await trainer.fill('#file', '---\ntitle: 打了一半\n---\n第一段还没有保存。\n');
	await trainer.waitForSelector('.saved[data-state=saved]');
	await trainer.reload();
	assert.ok((await trainer.inputValue('#file')).includes('第一段还没有保存。'));
	await trainer.evaluate(() => {
		const file = document.querySelector('#file');
		file.value += '说'.repeat(352000);
		file.dispatchEvent(new Event('input', { bubbles: true }));
	});
	await trainer.waitForSelector('.saved[data-state=failed]');
	assert.match(await trainer.textContent('.saved'), /请马上保存/);
	await trainer.fill('#file', '---\ntitle: 打了一半\n---\n短一些。\n');
	await trainer.waitForSelector('.saved[data-state=saved]');
	await trainer.context().close();
});
