// A branch manager distils a week: cites by tap, merges and leaves beside the text that stays as it is being typed, and meets what the
// same person wrote on another device; on a phone, and without scripts.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isWide, open } from './house.mjs';

const manager = 'dongkaiming';
let house;
before(async () => { house = await open('--weeks', '5'); });
after(() => house.close());

// From the desk, as on a Monday morning.
async function bench(options) {
	const page = await house.enter(manager, options);
	await page.goto(house.url + '/');
	await page.goto(house.url + await page.locator('main a[href*="/workbench"]').first().getAttribute('href'));
	return page;
}
const saved = page => page.waitForSelector('.saved[data-state=saved]');
const sum = page => page.textContent('#bench-words');

test('a point is cited where the cursor is, the draft is saved, and what is done on the left leaves the text alone', async () => {
	const page = await bench();
	const area = page.locator('#body');
	await area.fill('先说结论。再说条件。');
	await area.evaluate(el => { el.focus(); el.setSelectionRange(4, 4); el.dispatchEvent(new Event('select')); });
	const point = await page.locator('[data-bench] [data-id]').first().getAttribute('data-id');
	await page.click(`#cite${point}`);
	assert.equal(await area.inputValue(), `先说结论[[${point}]]。再说条件。`);
	assert.equal(await page.getAttribute(`#cite${point}`, 'aria-pressed'), 'true');
	await area.press('End');
	await area.type('还没存的话');
	const before = await sum(page);
	await page.click(`#p${point} summary:has-text("留下")`);
	await page.fill(`#leave${point}`, '只有一家遇到');
	await page.click(`#p${point} .bench-say:has(#leave${point}) button`);
	await page.waitForFunction(was => document.querySelector('#bench-words').textContent !== was, before);
	assert.ok((await page.textContent('#bench-points')).includes('只有一家遇到'));
	assert.ok((await area.inputValue()).includes('还没存的话'));
	await page.click(`#unleave${point}`);
	await page.waitForFunction(was => document.querySelector('#bench-words').textContent === was, before);
	await saved(page);
	await page.reload();
	assert.ok((await page.locator('#body').inputValue()).includes('还没存的话'));
	await Promise.all([page.waitForURL(/said=saved/), page.click('.bench-save .btn.primary')]);
	assert.notEqual(await sum(page), before);
	assert.deepEqual(page.errors, []);
	await page.context().close();
});

test('importance is changed from the keyboard', async () => {
	const page = await bench();
	const ids = () => page.locator('[data-bench] [data-id]').evaluateAll(all => all.map(el => el.dataset.id));
	const [one, two] = await ids();
	assert.ok(two);
	await page.focus(`#cite${two}`);
	await page.keyboard.press('Alt+ArrowUp');
	await page.waitForFunction(id => document.querySelector('[data-bench] [data-id]').dataset.id === id, two);
	assert.deepEqual((await ids()).slice(0, 2), [two, one]);
	assert.equal(await page.evaluate(() => document.activeElement.id), `up${two}`);
	assert.deepEqual(page.errors, []);
	await page.context().close();
});

test('two editors at once see both texts, and none is lost', async () => {
	const here = await bench(), there = await bench();
	const address = here.url();
	await there.goto(address);
	const point = await here.locator('[data-bench] [data-id]').first().getAttribute('data-id');
	await here.fill('#body', `这一台写的 [[${point}]]`);
	await saved(here);
	await there.fill('#body', `那一台写的 [[${point}]]`);
	await there.waitForSelector('[data-draft-conflict]:not([hidden])');
	const both = await there.textContent('[data-draft-conflict]');
	assert.ok(both.includes('这一台写的') && both.includes('那一台写的'));
	await there.click('[data-keep=mine]');
	await saved(there);
	await Promise.all([here.waitForURL(/said=saved/), here.click('.bench-save .btn.primary')]);
	await there.click('.bench-save .btn.primary');
	await there.waitForSelector('.versus');
	const versus = await there.textContent('main');
	assert.ok(versus.includes('这一台写的') && (await there.inputValue('textarea')).includes('那一台写的'));
	await Promise.all([there.waitForURL(/said=saved/), there.click('.versus .btn.primary')]);
	assert.ok((await there.inputValue('#body')).includes('那一台写的'));
	await Promise.all([there.context().close(), here.context().close()]);
});

test('it works on a phone, and without scripts', async () => {
	const phone = await bench({ width: 360 });
	assert.equal(await isWide(phone), false);
	const point = await phone.locator('[data-bench] [data-id]').first().getAttribute('data-id');
	await phone.click(`#cite${point}`);
	await phone.waitForSelector('.flash.float');
	assert.ok((await phone.inputValue('#body')).includes(`[[${point}]]`));
	await saved(phone);
	assert.deepEqual(phone.errors, []);
	await phone.context().close();
	const plain = await bench({ width: 360, script: false });
	const cite = plain.locator('[data-bench] [name=cite]').last();
	const number = await cite.getAttribute('value');
	await Promise.all([plain.waitForURL(/bench-text/), cite.click()]);
	assert.ok((await plain.inputValue('#body')).includes(`[[${number}]]`));
	await plain.goto(plain.url().replace(/topic=\d+.*/, 'topic=open'));
	const boxes = plain.locator('#bench-rest [type=checkbox]'), many = await boxes.count();
	assert.ok(many > 1);
	await boxes.nth(0).check();
	await boxes.nth(1).check();
	await plain.fill('#reason', '等试用结果');
	await Promise.all([plain.waitForURL(/said=saved/), plain.click('#bench-rest .btn')]);
	assert.equal(await boxes.count(), many - 2);
	await plain.context().close();
});

test('what cannot be done any more says why, where it was tapped, and what is typed stays', async () => {
	const here = await bench(), there = await bench();
	const point = await there.locator('[data-bench] [data-id]').first().getAttribute('data-id');
	await there.fill('#body', '这几句还在');
	await saved(there);
	const week = await there.locator('#text [name=week]').getAttribute('value');
	here.on('dialog', d => d.accept());
	await here.goto(here.url().replace(/\/workbench.*/, `?week=${week}`));
	await Promise.all([here.waitForURL(/said=/), here.locator('form[action*="/close"] button').first().click()]);
	await there.click(`#p${point} summary:has-text("留下")`);
	await there.fill(`#leave${point}`, '只有一家遇到');
	await there.click(`#p${point} .bench-say:has(#leave${point}) button`);
	await there.waitForSelector('#bench-points [role=alert], .flash.bad');
	const words = await there.locator('#bench-points [role=alert], .flash.bad').first().textContent();
	assert.ok(!words.includes('没有存上，请再试一次') && words.trim().length > 8, words);
	assert.equal(await there.inputValue('#body'), '这几句还在');
	await Promise.all([there.context().close(), here.context().close()]);
});
