// A bulletin on paper: A4 pages that a browser's printing makes, without what is only for screens.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { open } from './house.mjs';

let house, folder;
before(async () => {
	house = await open();
	folder = process.env.PAPER ?? mkdtempSync(join(tmpdir(), 'tributary-paper-'));
});
after(async () => {
	if (!process.env.PAPER) rmSync(folder, { recursive: true, force: true });
	await house.close();
});

const run = (program, ...args) => {
	const made = spawnSync(program, args, { encoding: 'utf8' });
	assert.equal(made.status, 0, `${program}: ${made.stderr}`);
	return made.stdout;
};

test('a bulletin prints on A4, its Chinese can be found and copied, and nothing of the screen is on it', async () => {
	const page = await house.enter('luweimin', { language: 'zh-CN' });
	await page.goto(house.url + '/bulletins/1');
	const title = (await page.textContent('.issue-head h1')).trim();
	const headlines = await page.locator('.issue-point h3').allTextContents();
	assert.ok(headlines.length > 0);
	const file = join(folder, 'bulletin.pdf');
	writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: false }));
	const info = run('pdfinfo', file);
	assert.match(info, /Page size:\s+59[45]\.\d+ x 84[12]\.\d* pts \(A4\)|Page size:\s+595.* x 84[12].*/);
	assert.ok(Number(info.match(/Pages:\s+(\d+)/)[1]) <= 6);
	const text = run('pdftotext', '-layout', file, '-').normalize('NFKC').replace(/\s/g, '');
	for (const words of [title, ...headlines])
		assert.ok(text.includes(words.normalize('NFKC').replace(/\s/g, '')), `${words} is not on the paper`);
	for (const words of ['写总结', '搜索', '退出', '我已读完', '谁签收了', '人员与团队', '跳到正文'])
		assert.ok(!text.includes(words), `${words} is on the paper`);
	assert.deepEqual(page.errors, []);
	await page.context().close();
});
