// Searching as people do it: with a keyboard, with an input method, and back again.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { open } from './house.mjs';

let house;
before(async () => { house = await open(); });
after(() => house?.close());

const shot = (page, name) => process.env.SHOTS ? page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true }) : null;

test('Hits come as one types, stay marked where one goes, and the arrows lead to them', async () => {
	const page = await house.enter('gujiayi', { width: 1280, language: 'zh-CN' });
	await page.goto(house.url + '/search');
	await shot(page, 'search-empty');
	await page.locator('h1').first().click({ force: true }).catch(() => {});
	await page.keyboard.press('/');
	await page.keyboard.type('回访');
	await page.locator('.hits mark').first().waitFor();
	assert.equal(new URL(page.url()).searchParams.get('q'), '回访');
	await shot(page, 'search-hits');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowUp');
	await Promise.all([page.waitForURL(/\/(points|stories)\/\d+\?mark=/), page.keyboard.press('Enter')]);
	assert.ok(await page.locator('mark', { hasText: '回访' }).count() > 0);
	await shot(page, 'search-marked');
});

test('Nothing is asked while an input method composes', async () => {
	const page = await house.enter('gujiayi', { width: 360, language: 'zh-CN' });
	await page.goto(house.url + '/search');
	const asked = [];
	page.on('request', request => { if (request.url().includes('/search?q=')) asked.push(decodeURIComponent(request.url())); });
	const typing = await page.context().newCDPSession(page);
	await page.focus('#q');
	await typing.send('Input.imeSetComposition', { text: 'hui', selectionStart: 3, selectionEnd: 3 });
	await page.waitForTimeout(600);
	assert.deepEqual(asked, []);
	await typing.send('Input.insertText', { text: '回访' });
	await page.locator('.hits mark').first().waitFor();
	assert.equal(asked.length, 1);
	assert.match(asked[0], /q=回访/);
	await shot(page, 'search-phone');
});

test('What was meant is offered; a search is kept; trainers see what was not found', async () => {
	const page = await house.enter('yinshulan', { width: 360, language: 'zh-CN' });
	await page.goto(house.url + '/search?q=huifang');
	await page.getByRole('link', { name: /^回访/ }).first().waitFor();
	await shot(page, 'search-meant');
	await page.goto(house.url + '/search?q=' + encodeURIComponent('回访') + '&kind=lesson');
	await page.getByRole('button', { name: '收藏这个搜索' }).click();
	await page.getByRole('button', { name: '不再收藏这个搜索' }).waitFor();
	await page.goto(house.url + '/search');
	await page.getByRole('link', { name: '回访 · 教训' }).waitFor();
	await page.goto(house.url + '/search?q=' + encodeURIComponent('氢能源龘'));
	await shot(page, 'search-nothing');
	await page.goto(house.url + '/search/misses');
	await page.getByRole('link', { name: '氢能源龘' }).waitFor();
	await shot(page, 'search-misses');
});
