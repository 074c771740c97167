// People talk to each other: a daily report from a phone, a manager who answers where points wait and names a colleague, and an ask
// that its asker confirms.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isWide, open } from './house.mjs';

let house;
before(async () => { house = await open('--weeks', '3'); });
after(() => house.close());

test('a daily report is written on a phone, with all that it contributes', async () => {
	const page = await house.enter('gujiayi', { width: 360 });
	await page.goto(house.url + '/reports/write');
	await page.fill('[name=course]', '上午陪老卜验了冷机，下午在江桥跑了两家。');
	await page.fill('[name=problem]', '第二家的老板只肯在门口讲话。');
	await page.fill('[name=next]', '加强学习');
	await page.waitForSelector('[data-coach=next] .hint');
	await page.fill('[name=next]', '周四早上六点去他卸货的时候找他。');
	for (const gift of ['information', 'knowledge', 'experience', 'countermeasure', 'belief']) await page.check(`[name=gives][value=${gift}]`);
	await Promise.all([page.waitForURL(/\/reports\/\d+/), page.click('.bar .btn.primary')]);
	const text = await page.textContent('main');
	for (const word of ['信息', '知识', '经验', '对策', '信念', '江桥跑了两家', '卸货的时候']) assert.ok(text.includes(word), word);
	assert.equal(await isWide(page), false);
	await page.goto(house.url + '/reports');
	assert.ok((await page.textContent('main')).includes('顾佳怡'));
	assert.deepEqual(page.errors, []);
	await page.context().close();
});

test('a manager answers where points wait, names a colleague by reading, and is asked for a case instead of a slogan', async () => {
	const page = await house.enter('luweimin', { width: 360 });
	await page.goto(house.url + '/answers');
	const card = page.locator('.answer').first();
	const area = card.locator('textarea');
	await area.click();
	await area.type('加强学习');
	await card.locator('.coach-box .hint').waitFor();
	await Promise.all([page.waitForResponse(a => a.url().endsWith('/me/coach')), card.locator('.coach-box button').click()]);
	await area.fill('');
	await Promise.all([page.waitForResponse(a => a.url().endsWith('/coach')), area.type('提高服务质量')]);
	assert.equal(await card.locator('.coach-box .hint').count(), 0);
	await area.fill('');
	await area.type('周四下午我跟 @gjy');
	await card.locator('.suggest li').first().waitFor();
	assert.ok((await card.locator('.suggest li').first().textContent()).includes('顾佳怡'));
	await page.keyboard.press('Enter');
	await area.type('一起去一趟');
	assert.equal(await area.inputValue(), '周四下午我跟 @顾佳怡 一起去一趟');
	assert.equal(await isWide(page), false);
	const point = (await card.getAttribute('id')).slice(1);
	await card.locator('button.btn').click();
	await page.locator(`#p${point}.given`).waitFor();
	await page.goto(`${house.url}/points/${point}`);
	assert.ok((await page.textContent('#remarks')).includes('@顾佳怡'));
	assert.equal(await page.locator('a.mention').count() > 0, true);
	assert.deepEqual(page.errors, []);
	await page.context().close();
});

test('an input method is not disturbed: nothing is suggested before the characters stand', async () => {
	const page = await house.enter('luweimin', { width: 360 });
	await page.goto(house.url + '/answers');
	const asked = [];
	page.on('request', r => { if (r.url().includes('/people')) asked.push(r.url()); });
	const area = page.locator('.answer textarea').first();
	await area.click();
	await area.evaluate(el => {
		el.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
		el.setRangeText('@gu', 0, 0, 'end');
		el.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true, data: 'gu' }));
	});
	await page.waitForTimeout(400);
	assert.deepEqual(asked, []);
	await area.evaluate(el => {
		el.setRangeText('@顾', 0, 3, 'end');
		el.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '顾' }));
	});
	await page.locator('.answer .suggest li').first().waitFor();
	await page.keyboard.press('Escape');
	assert.equal(await area.inputValue(), '@顾');
	await page.context().close();
});
