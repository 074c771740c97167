// Ten points are answered by thumb in under a minute: a tap each, in place; a why and an advice too.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { isWide, open } from './house.mjs';

let house;

// Two of the team tell six points each, so that a dozen wait for their manager whatever the day.
async function write(login) {
	const made = spawnSync(process.env.TRIBUTARY ?? 'build/tributary', ['token', 'add', login, '--db', house.db], { encoding: 'utf8' });
	const points = word => [1, 2, 3].map(n => `## ${word}${n}：第 ${n} 家客户怎么谈下来\n周二上午九点到江桥，老板问油耗，我把三个月的账单摊开。\n`).join('');
	const answer = await fetch(house.url + '/api/reflections', { method: 'POST',
		headers: { Authorization: 'Bearer ' + made.stdout.trim(), 'Content-Type': 'text/markdown' },
		body: `---\ntask: 江桥走访\n---\n# 经验\n${points('做成')}# 教训\n${points('没成')}` });
	assert.equal(answer.status, 201, await answer.text());
}

before(async () => {
	house = await open('--weeks', '3');
	for (const login of ['gujiayi', 'niehaibo']) await write(login);
});
after(() => house.close());

const waiting = async page => Number((await page.textContent('#waiting')).match(/\d+/)[0]);

test('ten points, ten taps, in under a minute, and nothing moves away under the thumb', async () => {
	const page = await house.enter('luweimin', { width: 360 });
	await page.goto(house.url + '/answers');
	const wanted = 10, before = await waiting(page), began = Date.now();
	let taps = 0;
	assert.ok(before >= wanted, `only ${before} wait`);
	for (let i = 0; i < wanted; i++) {
		const card = page.locator('.answer:not(.given)').first();
		const id = await card.getAttribute('id');
		const chip = card.locator('.chips button').first();
		await chip.scrollIntoViewIfNeeded();
		const box = await chip.boundingBox();
		assert.ok(box.height >= 40, `a thumb needs more than ${box.height} px`);
		await chip.click();
		taps++;
		await page.locator(`#${id}.given`).waitFor();
	}
	const took = (Date.now() - began) / 1000;
	console.log(`# ${wanted} points, ${taps} taps, ${took.toFixed(1)} s`);
	assert.equal(taps, wanted);
	assert.ok(took < 60, `${took} s`);
	assert.equal(await waiting(page), before - wanted);
	assert.equal(await isWide(page), false);
	assert.deepEqual(page.errors, []);
	await page.reload();
	assert.equal(await waiting(page), before - wanted);
	await page.context().close();
});

test('in place one asks why, or advises: what, by whom, until when; what is refused keeps its words', async () => {
	const page = await house.enter('luweimin', { width: 360 });
	await page.goto(house.url + '/answers');
	const ids = await page.locator('.answer').evaluateAll(all => all.map(a => a.id));
	const first = page.locator('#' + ids[0]);
	await first.locator('summary', { hasText: '给建议' }).click();
	await first.getByText('给建议', { exact: true }).click();
	await first.locator('textarea').fill('把报价前的三个问题写在名片背面');
	await first.locator('[name=whom]').fill('强'.repeat(61));
	await first.locator('[name=until]').fill('2026-12-24');
	await first.getByRole('button', { name: '发出' }).click();
	await first.locator('[role=alert]').waitFor();
	assert.equal(await first.locator('textarea').inputValue(), '把报价前的三个问题写在名片背面');
	await first.locator('[name=whom]').fill('强维');
	await first.getByRole('button', { name: '发出' }).click();
	await page.locator(`#${ids[0]}.given`).waitFor();
	await page.goto(`${house.url}/points/${ids[0].slice(1)}`);
	const said = await page.textContent('#remarks');
	for (const word of ['三个问题', '强维', '12月24日']) assert.ok(said.includes(word), word);
	await page.context().close();
});

test('without scripts a tap answers too', async () => {
	const page = await house.enter('luweimin', { width: 360, script: false });
	await page.goto(house.url + '/answers');
	const n = await waiting(page);
	await Promise.all([page.waitForURL(/said=answered/), page.locator('.answer .chips button').first().click()]);
	assert.equal(await waiting(page), n - 1);
	await page.context().close();
});
