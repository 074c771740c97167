// Somebody used a point and says so on a phone, without script: a failure asks under which conditions; its author finds it on the trail.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isWide, open } from './house.mjs';

let house;
before(async () => { house = await open('--weeks', '3'); });
after(() => house.close());

test('what was used and failed stands under the point, and on its author\'s trail', async () => {
	const author = await house.enter('gujiayi', { width: 360 });
	await author.goto(house.url + '/trail');
	const href = await author.getAttribute('main article h2 a', 'href');
	const manager = await house.enter('luweimin', { width: 360, script: false });
	await manager.goto(house.url + href + '/uses?tell=1');
	assert.equal(await isWide(manager), false);
	await manager.check('input[name=effect][value=failed]');
	await manager.fill('[name=text]', '照着做了，没成。');
	await Promise.all([manager.waitForNavigation(), manager.click('#use form button')]);
	assert.match(await manager.textContent('main'), /是在什么条件下没有效果/);
	assert.equal(await manager.inputValue('[name=text]'), '照着做了，没成。');
	await manager.fill('[name=conditions]', '对方正在搬家');
	await Promise.all([manager.waitForNavigation(), manager.click('#use form button')]);
	assert.match(await manager.textContent('#uses'), /对方正在搬家/);
	await author.goto(house.url + '/trail');
	assert.equal(await author.getAttribute('main article h2 a', 'href'), href);
	assert.match(await author.textContent('main article'), /没有效果.*照着做了，没成/s);
	assert.deepEqual(author.errors, []);
});
