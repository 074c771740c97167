// A rep writes: drafts that survive, handing in, two devices, no network, a lost session, no script.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isWide, open } from './house.mjs';

let house;
before(async () => { house = await open('--weeks', '2'); });
after(() => house.close());

const headline = '[name="p0.headline"]', story = '[name="p0.story"]', saved = '.saved[data-state=saved]';
const week = back => { // ISO week of so many weeks ago, in Shanghai
	const day = new Date(Date.now() + 8 * 3600e3 - back * 7 * 864e5);
	day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7));
	const first = new Date(Date.UTC(day.getUTCFullYear(), 0, 1));
	return `${day.getUTCFullYear()}-W${String(Math.ceil(((day - first) / 864e5 + 1) / 7)).padStart(2, '0')}`;
};
// Weeks that the sample organisation has not touched, one a test.
const form = back => `${house.url}/write?week=${week(back)}`;
const handIn = page => Promise.all([page.waitForURL(/\/reflections\/\d+/), page.click('.bar .btn.primary')]);
const clean = page => assert.deepEqual(page.errors.filter(e => !/status of 4(01|09|12|22)|ERR_INTERNET_DISCONNECTED/.test(e)), []);

for (const face of [{ width: 360, language: 'zh-CN' }, { width: 1280, language: 'en-US' }])
	test(`what is typed is there again after the tab was closed, and is handed in (${face.width} px)`, async () => {
		const address = form(face.width === 360 ? 4 : 5);
		const page = await house.enter('gujiayi', face);
		await page.goto(address);
		assert.equal(await isWide(page), false);
		await page.fill(headline, '先问清流程再报价');
		await page.fill(story, '周二去见客户，先问了三件事。');
		await page.waitForSelector(saved);
		assert.match(await page.textContent('.saved'), /\d\d:\d\d/);
		const again = await page.context().newPage();
		await page.close();
		await again.goto(address);
		assert.equal(await again.inputValue(story), '周二去见客户，先问了三件事。');
		await again.click('.bar button[formaction="/write/preview"]');
		assert.match(await again.textContent('.prose'), /先问了三件事/);
		await again.click('button[formaction="/write/edit"]');
		assert.equal(await again.inputValue(headline), '先问清流程再报价');
		await handIn(again);
		assert.match(await again.textContent('main'), /先问清流程再报价/);
		await again.goto(address);
		await again.fill(headline, '先问清流程，再报价');
		await handIn(again);
		await again.goto(again.url().split('?')[0] + '/versions/2');
		assert.equal(await again.textContent('.plain ins'), '，');
		assert.equal(await isWide(again), false);
		await again.context().close();
	});

test('a draft on two devices: both are shown, and one is chosen', async () => {
	const phone = await house.enter('gujiayi', { width: 360 }), laptop = await house.enter('gujiayi');
	await phone.goto(form(6));
	await laptop.goto(form(6));
	await phone.fill(headline, '手机上写的');
	await phone.waitForSelector(saved);
	await laptop.fill(headline, '电脑上写的');
	await laptop.waitForSelector('[data-draft-conflict]:not([hidden])');
	assert.match(await laptop.textContent('[data-mine]'), /电脑上写的/);
	assert.match(await laptop.textContent('[data-theirs]'), /手机上写的/);
	await laptop.click('[data-keep=mine]');
	await laptop.waitForSelector(saved);
	await phone.reload();
	assert.equal(await phone.inputValue(headline), '电脑上写的');
	clean(phone);
	clean(laptop);
	await phone.context().close();
	await laptop.context().close();
});

test('handing in on two devices: the second sees both texts, and nothing is lost', async () => {
	const phone = await house.enter('gujiayi', { width: 360, script: false }), laptop = await house.enter('gujiayi', { script: false });
	await phone.goto(form(7));
	await laptop.goto(form(7));
	await phone.fill(headline, '手机交的');
	await handIn(phone);
	await laptop.fill(headline, '电脑交的');
	await laptop.click('.bar .btn.primary');
	assert.match(await laptop.textContent('.versus'), /电脑交的[^]*手机/);
	assert.equal(await isWide(laptop), false);
	await handIn2(laptop);
	assert.match(await laptop.textContent('main'), /电脑交的/);
	await phone.context().close();
	await laptop.context().close();
});
const handIn2 = page => Promise.all([page.waitForURL(/\/reflections\/\d+/), page.click('.versus .btn.primary')]);

test('without a network the words are kept, and saved once it is back', async () => {
	const page = await house.enter('gujiayi', { width: 360 });
	await page.goto(form(8));
	await page.context().setOffline(true);
	await page.fill(headline, '地铁里写的');
	await page.waitForSelector('.saved[data-state=offline]');
	await page.context().setOffline(false);
	await page.waitForSelector(saved);
	const other = await house.enter('gujiayi');
	await other.goto(form(8));
	assert.equal(await other.inputValue(headline), '地铁里写的');
	clean(page);
	await other.context().close();
	await page.context().close();
});

test('a lost session is said; after signing in the words are there', async () => {
	const page = await house.enter('pengyuzhou', { width: 360 });
	await page.goto(form(5));
	await page.context().clearCookies();
	await page.fill(headline, '登录过期时写的');
	await page.waitForSelector('.saved[data-state=signin] a');
	page.on('dialog', d => d.accept());
	await page.click('.saved a');
	await page.fill('[name=login]', 'pengyuzhou');
	await page.fill('[name=password]', 'baichuan daohai');
	await page.click('form.card button');
	await page.waitForSelector(headline);
	assert.equal(await page.inputValue(headline), '登录过期时写的');
	await page.waitForSelector(saved);
	await page.context().close();
});

test('without script: faults come back beside their fields with everything typed', async () => {
	const page = await house.enter('pengyuzhou', { width: 360, script: false });
	await page.goto(form(6));
	await page.fill(story, '只有经过，没有标题。');
	await page.click('.bar .btn.primary');
	assert.equal(await page.getAttribute(headline, 'aria-invalid'), 'true');
	assert.equal(await page.inputValue(story), '只有经过，没有标题。');
	await page.fill(headline, '补上标题');
	await handIn(page);
	await page.context().close();
});

test('a message from a chat becomes points; a heading is put in with a tap; topics are chips', async () => {
	const page = await house.enter('pengyuzhou', { width: 360 });
	await page.goto(`${house.url}/write/paste?subject=${week(7)}`);
	await page.fill('[name=text]', '经验:\n1. 跟车半天，比讲半天管用。\n教训:\n1. 没有约回访，客户签了别家。');
	await page.click('.bar .btn.primary');
	await page.waitForSelector(headline);
	assert.match(await page.inputValue(headline), /跟车半天/);
	assert.match(await page.inputValue('[name="p3.headline"]'), /没有约回访/);
	await page.click('details.entry:has([name="p0.headline"]) summary');
	if (!await page.isVisible(story)) await page.click('details.entry:has([name="p0.headline"]) summary');
	await page.click('details.entry:has([name="p0.headline"]) [data-insert="### 为什么"]');
	assert.match(await page.inputValue(story), /### 为什么\n$/);
	await page.fill('details.entry:has([name="p0.headline"]) .tokens input', '跟车');
	await page.press('details.entry:has([name="p0.headline"]) .tokens input', 'Enter');
	assert.equal(await page.inputValue('[name="p0.topics"]'), '跟车');
	await handIn(page);
	assert.match(await page.textContent('main'), /跟车/);
	clean(page);
	await page.context().close();
});

test('no key is acted on while an input method composes', async () => {
	const page = await house.enter('pengyuzhou', { width: 360 });
	await page.goto(form(8));
	await page.focus(headline);
	const session = await page.context().newCDPSession(page);
	await session.send('Input.imeSetComposition', { text: 'xianwen', selectionStart: 7, selectionEnd: 7 });
	await page.evaluate(() => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })));
	assert.equal(await page.evaluate(() => document.activeElement.name), 'p0.headline');
	await session.send('Input.insertText', { text: '先问' });
	assert.equal(await page.inputValue(headline), '先问');
	await page.keyboard.press('Escape');
	assert.equal(await page.inputValue(headline), '先问');
	await page.waitForSelector(saved);
	await page.context().close();
});

test('a hint comes while one writes, the one for more only once the story is left, and goes for good', async () => {
	const page = await house.enter('gujiayi', { width: 360, language: 'zh-CN' });
	await page.goto(form(3));
	await page.fill(headline, '加强沟通');
	await page.fill(story, '打了13812345678');
	const hint = kind => page.locator(`[data-coach="0"] button[value=${kind}]`);
	await hint('phone').waitFor();
	assert.equal(await hint('short').count(), 0);
	await page.focus(headline);
	await hint('short').waitFor();
	assert.equal(await isWide(page), false);
	// A slow finger: what appears and goes while it is down takes nothing away from under it.
	await hint('phone').scrollIntoViewIfNeeded();
	const at = await hint('phone').boundingBox();
	await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
	await page.mouse.down();
	await page.waitForTimeout(300);
	await Promise.all([page.waitForResponse(r => r.url().includes('/me')), page.mouse.up()]);
	assert.equal(await hint('phone').count(), 0);
	assert.equal(await hint('slogan').count(), 1);
	await page.fill(story, '打了13812345678，没人接');
	await Promise.all([page.waitForResponse(r => r.url().includes('/drafts/')), page.focus(headline)]);
	await page.waitForSelector(saved);
	assert.equal(await hint('phone').count(), 0);
	await page.goto(house.url + '/me');
	assert.equal(await page.isChecked('#coach [value=phone]'), false);
	assert.equal(await page.isChecked('#coach [value=slogan]'), true);
	clean(page);
	await page.context().close();
});
