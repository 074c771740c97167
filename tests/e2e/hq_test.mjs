// The headquarters chooses at its desk: by a tap, without losing what is being typed; and without scripts.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './house.mjs';

let house;
before(async () => { house = await open('--weeks', '3'); });
after(() => house.close());

test('a tap puts a point into the bulletin and leaves the half-written opening words alone', async () => {
	const page = await house.enter('guanyuanshan');
	await page.goto(house.url + '/hq');
	await page.fill('#frame', '这周只说一件事');
	const button = page.locator('#offers button[value^="in.0."]').first(), value = await button.getAttribute('value');
	await button.click();
	await page.locator(`#offers button[value="${value.replace('in', 'out')}"]`).waitFor();
	await page.locator(`#goes button[value="${value.replace('in', 'out')}"]`).waitFor();
	assert.equal(await page.inputValue('#frame'), '这周只说一件事');
	await Promise.all([page.waitForURL(/bulletins\/\d+\/edit/), page.click('button[value=edit]')]);
	assert.equal(await page.inputValue('#frame'), '这周只说一件事');
	assert.deepEqual(page.errors, []);
});

test('without scripts each choice is a page of its own, and the numbers stand in a table', async () => {
	const page = await house.enter('guanyuanshan', { script: false, width: 360 });
	await page.goto(house.url + '/hq');
	const chosen = await page.locator('#goes .picks > li').count();
	await page.locator('#goes button[value^="out.0."]').first().click();
	assert.match(page.url(), /\/hq\?week=/);
	assert.equal(await page.locator('#goes .picks > li').count(), chosen - 1);
	assert.ok(await page.locator('table.figures td').count() > 12);
});

test('the clock ticks where scripts run', async () => {
	const page = await house.enter('guanyuanshan', { language: 'en-GB' });
	await page.goto(house.url + '/hq');
	const shown = page.locator('.hq-now time');
	await page.evaluate(() => { const el = document.querySelector('.hq-now time'); delete el.dataset.since; el.dataset.until = Date.now() / 1000 + 90; });
	await page.waitForFunction(() => /^1 min \d+ s$/.test(document.querySelector('.hq-now time').textContent));
	assert.ok(await shown.count());
});
