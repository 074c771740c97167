// Searching as people do it: with a keyboard, with an input method, and back again.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { open, isWide } from './house.mjs';

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

test('A filter is a chip that goes when it is tapped, what narrows says how much, and the address is all one needs', async () => {
	const page = await house.enter('yinshulan', { width: 360, language: 'zh-CN' });
	await page.goto(house.url + '/search?q=' + encodeURIComponent('客户 kind:lesson unit:华东'));
	const total = async () => Number((await page.locator('[role=status]').textContent()).match(/\d+/)[0]);
	const narrow = await total();
	const share = page.url(), first = await page.locator('.hits h3').first().textContent();
	await page.getByRole('link', { name: 'unit:华东' }).click();
	await page.waitForURL(url => !url.searchParams.get('q').includes('unit:'));
	assert.ok(await total() > narrow);
	assert.equal(await page.inputValue('#q'), '客户 kind:lesson');
	await page.locator('details.fold summary').first().click();
	const chip = page.locator('details.fold .chip', { has: page.locator('b') }).first(), says = Number(await chip.locator('b').textContent());
	await Promise.all([page.waitForURL(/topic=\d+/), chip.click()]);
	assert.equal(await total(), says);
	await shot(page, 'search-chips');
	await page.goBack();
	await page.waitForURL(url => !url.searchParams.has('topic'));
	assert.equal(await page.inputValue('#q'), '客户 kind:lesson');
	const other = await house.enter('yinshulan', { width: 1280, language: 'zh-CN' });
	await other.goto(share);
	assert.equal(await other.locator('.hits h3').first().textContent(), first);
});

test('What is typed on overtakes what was asked before, and slow answers do not come back', async () => {
	const page = await house.enter('guanyuanshan', { width: 1280, language: 'zh-CN' });
	await page.goto(house.url + '/search');
	const asked = [], gone = [];
	page.on('request', request => { if (request.url().includes('/search?q=')) asked.push(request.url()); });
	page.on('requestfailed', request => gone.push(decodeURIComponent(request.url())));
	await page.route(/q=%E5%AE%A2%E6%88%B7(&|$)/, async route => { await new Promise(done => setTimeout(done, 1500)); await route.continue().catch(() => {}); });
	await page.focus('#q');
	for (const letter of 'abcdef') await page.keyboard.type(letter, { delay: 30 });
	await page.waitForTimeout(700);
	assert.equal(asked.length, 1, 'one question after the last letter, not one each');
	await page.fill('#q', '客户');
	await page.waitForTimeout(500);
	await page.fill('#q', '客户回访');
	await page.waitForURL(url => url.searchParams.get('q') === '客户回访');
	await page.locator('.hits mark').first().waitFor();
	await page.waitForTimeout(1600);
	assert.equal(new URL(page.url()).searchParams.get('q'), '客户回访');
	assert.ok(gone.some(url => /q=客户(&|$)/.test(url)), 'the question before was given up');
});

test('Where nothing is asked, there are topics of these weeks, of all time, and how to ask; in English, in the dark, on a phone', async () => {
	const page = await house.enter('gujiayi', { width: 360, language: 'en', dark: true });
	await page.goto(house.url + '/search');
	await page.getByRole('heading', { name: 'Topics of these weeks' }).waitFor();
	await page.getByRole('heading', { name: 'What is written about most' }).waitFor();
	await page.getByText('How to find more precisely').click();
	await page.getByText('Exactly these words, one behind the other.').waitFor();
	assert.equal(await isWide(page), false);
	await shot(page, 'search-help-en');
	await page.keyboard.press('Tab');
	await page.evaluate(() => document.activeElement.blur());
	await page.keyboard.press('/');
	assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
	await page.keyboard.type('hui fang');
	await page.getByRole('heading', { name: 'Did you mean' }).waitFor();
	await page.getByRole('link', { name: /^回访/ }).click();
	await page.locator('.hits mark').first().waitFor();
	assert.equal(await isWide(page), false);
	await page.getByRole('button', { name: 'Keep this search' }).click();
	await page.getByRole('button', { name: 'Do not keep this search any more' }).click();
	await page.waitForURL(/\/search$/);
	assert.equal(await page.getByRole('heading', { name: 'Searches you keep' }).count(), 0);
	assert.deepEqual(page.errors, []);
});
