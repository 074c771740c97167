// A manager on a phone, without script: makes a meeting, goes through a point, writes down an answer that becomes an ability;
// on paper the minutes are one page.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isWide, open } from './house.mjs';

let house;
before(async () => { house = await open('--weeks', '3'); });
after(() => house.close());

test('a meeting is held on a phone, and its minutes are one page', async () => {
	const page = await house.enter('luweimin', { width: 360, language: 'zh-CN', script: false });
	await page.goto(house.url + '/meetings/new');
	await Promise.all([page.waitForURL(/\/meetings\/\d+\?said=met/), page.click('main form button.primary')]);
	const record = page.url().replace(/\?.*/, '');
	await page.click('#deep ul a');
	await page.fill('[name=difference]', '报价晚了三天');
	await page.fill('[name=step]', '周五前补一份报价');
	await Promise.all([page.waitForURL(/said=discussed/), page.click('button.primary')]);
	assert.match(await page.textContent('#deep'), /周五前补一份报价/);
	await page.click('#q-ability > summary');
	await page.fill('#n-ability', '电话里约见面');
	await Promise.all([page.waitForURL(/said=saved/), page.click('#q-ability form[action$="/lines"] button')]);
	await Promise.all([page.waitForURL(/said=saved/), page.click('#q-ability button[value=ability]')]);
	assert.match(await page.textContent('#q-ability'), /能力：电话里约见面/);
	assert.equal(await isWide(page), false);
	await page.goto(record);
	const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
	assert.equal(pdf.match(/\/Type \/Page\b/g).length, 1);
	await page.context().close();
});

test('the minutes of an ordinary meeting of the sample are one page', async () => {
	const page = await house.enter('luweimin', { language: 'zh-CN' });
	await page.goto(house.url + '/meetings/4');
	assert.match(await page.textContent('.minutes'), /下一步/);
	const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
	assert.equal(pdf.match(/\/Type \/Page\b/g).length, 1);
	await page.context().close();
});
