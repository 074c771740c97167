// Signing in, on a phone in Chinese and on a laptop in English, with and without script.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isWide, open } from './house.mjs';

let house;
before(async () => { house = await open('--weeks', '2'); });
after(() => house.close());

for (const face of [
	{ width: 360, language: 'zh-CN', lang: 'zh-CN', says: '我的' },
	{ width: 1280, language: 'en-US', lang: 'en', says: 'My desk' },
	{ width: 360, language: 'zh-CN', lang: 'zh-CN', says: '我的', script: false },
])
	test(`one arrives at the desk (${face.width} px, ${face.language}, ${face.script === false ? 'no script' : 'script'})`, async () => {
		const page = await house.enter('gujiayi', face);
		assert.equal(await page.getAttribute('html', 'lang'), face.lang);
		assert.match(await page.title(), new RegExp(face.says));
		assert.equal(await isWide(page), false);
		assert.deepEqual(page.errors, []);
		await page.context().close();
	});

test('a wrong password is told, and what was typed as a name stays', async () => {
	const page = await (await house.browser.newContext({ locale: 'zh-CN' })).newPage();
	await page.goto(house.url + '/points/1');
	await page.fill('[name=login]', 'gujiayi');
	await page.fill('[name=password]', 'not this one');
	await page.click('form.card button');
	assert.match(await page.textContent('[role=alert]'), /账号或密码不对/);
	assert.equal(await page.inputValue('[name=login]'), 'gujiayi');
});
