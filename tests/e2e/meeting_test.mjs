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
	assert.equal(await sheets(page), 1);
	await page.context().close();
});

test('a slogan is hinted at where a next step is agreed and where an answer is written down', async () => {
	const page = await house.enter('luweimin', { width: 360, language: 'zh-CN' });
	await page.goto(house.url + '/meetings/new');
	await Promise.all([page.waitForURL(/\/meetings\/\d+\?said=met/), page.click('main form button.primary')]);
	const record = page.url().replace(/\?.*/, '');
	await page.click('#q-problem > summary');
	await page.fill('#n-problem', '要高度重视客户关系，加强管理。');
	await page.waitForSelector('#q-problem .coach-box .hint');
	await page.goto(record);
	await page.click('#deep ul a');
	await page.fill('[name=step]', '加强学习');
	await page.waitForSelector('.coach-box .hint');
	await page.fill('[name=step]', '周五前陆为民陪他去何老板那里补一份报价');
	await page.waitForFunction(() => !document.querySelector('.coach-box .hint'));
	assert.deepEqual(page.errors, []);
	await page.context().close();
});

const sheets = async page => (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g).length;

test('the minutes of every meeting of the sample are one page', async () => {
	const page = await house.enter('luweimin', { language: 'zh-CN' });
	await page.goto(house.url + '/meetings');
	const all = await page.$$eval('main .list a[href^="/meetings/"]', found => found.map(a => a.getAttribute('href')));
	assert.ok(all.length > 2);
	let steps = 0;
	for (const one of all) {
		await page.goto(house.url + one);
		steps += /下一步/.test(await page.textContent('.minutes'));
		assert.equal(await sheets(page), 1, one);
	}
	assert.ok(steps > 0);
	await page.context().close();
});

// A whole day: three points in depth with five whys each, all six questions with three answers each.
test('the minutes of a full day are one page too', async () => {
	const page = await house.enter('luweimin', { language: 'zh-CN' });
	await page.goto(house.url + '/meetings/new');
	await page.check('[name=length][value=day]');
	await Promise.all([page.waitForURL(/\/meetings\/\d+\?said=met/), page.click('main form button.primary')]);
	const record = new URL(page.url()).pathname;
	const points = await page.$$eval('#deep a[href*="/points/"]', found => [...new Set(found.map(a => a.getAttribute('href')))].slice(0, 3));
	assert.equal(points.length, 3);
	const send = (path, fields) => page.evaluate(async ([to, words]) => {
		const body = new URLSearchParams({ csrf: document.querySelector('[name=csrf]').value, ...words });
		return (await fetch(to, { method: 'POST', body })).ok;
	}, [path, fields]);
	const words = '客户说再看看，我们就等了九天，没有人去问他到底在等谁点头。';
	for (const point of points) {
		assert.ok(await send(point, { version: 0, purpose: words, plan: words, happened: words + words, difference: words, step: '列出二十家名单和下次联系日', until: '' }));
		for (let i = 0; i < 5; i++) assert.ok(await send(point + '/remarks', { kind: 'why', to: 0, text: `第${i + 1}问：${words}` }));
	}
	for (const question of ['valuable', 'strong', 'problem', 'hardest', 'ability', 'obstacles'])
		for (let i = 0; i < 3; i++) assert.ok(await send(record + '/lines', { question, person: 0, text: `${i + 1} ${words}` }));
	await page.goto(house.url + record);
	assert.ok((await page.textContent('.minutes')).includes('第5问'));
	assert.equal(await page.locator('[data-print]').isVisible(), true);
	if (process.env.KEEP) await page.pdf({ format: 'A4', path: process.env.KEEP });
	assert.equal(await sheets(page), 1);
	await page.context().close();
});
