// Every main page, as somebody it is for: on a phone in Chinese, on a laptop in English. It fits the screen, its console is quiet,
// axe finds nothing serious in it (WCAG 2.2 AA), and its HTML is well formed.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { isWide, open } from './house.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const faces = [{ name: 'a phone in Chinese', width: 360, language: 'zh-CN' }, { name: 'a laptop in English', width: 1280, language: 'en-GB' }];
// An address; or the page where the first link like this stands.
const link = (from, like, more = '') => ({ from, like, more });
const point = link('/search?q=客户', /^\/points\/\d+(?=$|\?)/), story = link('/stories', /^\/stories\/\d+$/);
const people = {
	gujiayi: ['/', '/write', '/write/task', '/write/paste', '/write/file', '/reflections', link('/reflections', /^\/reflections\/\d+$/), point,
		'/topics', link('/topics', /^\/topics\/\d+$/), '/path', '/stories', story, '/search', '/search?q=客户', '/search?q=zzzz', '/me', '/me/password',
		'/asks', '/trail', link('/search?q=客户', /^\/points\/\d+(?=$|\?)/, '/uses'), link('/stories', /^\/stories\/\d+$/, '/uses'),
		link('/topics', /^\/topics\/\d+$/, '?order=effect'), '/answers', '/answers-for-all', '/reports', '/reports/write', link('/reports', /^\/reports\/\d+$/),
		'/meetings', link('/meetings', /^\/meetings\/[2-9]$/), '/tasks', link('/tasks', /^\/tasks\/\d+$/)],
	luweimin: ['/', '/answers', '/answers/units', '/asks', '/reports', '/units/HD-1', '/units/HD-1?week=2026-W01', '/meetings', '/meetings/new', link('/meetings', /^\/meetings\/\d+$/),
		'/meetings/1', link('/meetings/1', /^\/meetings\/\d+\/points\/\d+$/), '/meetings/1/edit', '/tasks', link('/tasks', /^\/tasks\/\d+$/), '/units/HD-1/deputies'],
	shenboyang: ['/', link('/', /^\/units\/HD\?/), link('/search?q=客户', /^\/points\/\d+(?=$|\?)/, '/sort')],
	dongkaiming: [link('/', /^\/units\/XN\/workbench/), '/units/XN/workbench?topic=open', '/units/XN/workbench?topic=none'],
	yinshulan: ['/', '/hq', '/stories/new', '/stories/new?file=1', link('/topics', /^\/topics\/\d+$/, '/edit'), '/topics/6', '/topics/6/guide/edit', '/topics/6/guide/versions', '/path/edit',
		link('/path', /^\/path\/people\/\d+$/), link('/stories', /^\/stories\/\d+$/, '/script')],
	guanyuanshan: ['/', '/hq', '/answers/units', '/admin/settings', link('/answers-for-all/1', /^\/asks\/\d+$/), link('/hq', /^\/units\/HQ\?.*part=/), '/radar', '/units/HQ', '/units/HQ/workbench', link('/', /^\/units\/HQ\?/)],
	kangjianping: ['/admin', '/admin/people', '/admin/people/3', '/admin/people/new', '/admin/units', '/admin/units/3', '/admin/units/new',
		'/admin/import', '/admin/audit', '/admin/settings', '/admin/redact'],
};

let house;
before(async () => { house = await open('--weeks', '3'); });
after(() => house.close());

async function address(page, what) {
	if (typeof what === 'string') return what;
	await page.goto(house.url + what.from);
	const found = await page.$$eval('main a', all => all.map(a => a.getAttribute('href')));
	const first = found.find(href => what.like.test(href));
	assert.ok(first, `${what.from} links to no ${what.like}`);
	return what.more ? first.replace(/\?.*/, '') + what.more : first;
}

// What tidy, older than HTML's living standard, calls errors and is none.
const known = /is not recognized!|discarding unexpected <\/?(svg|use|g|path|rect|circle|polygon|polyline|markdown-toolbar|md-[a-z-]+)>/;

function tidy(html) {
	const run = spawnSync('tidy', ['-e', '-q', '--show-warnings', 'no', '--custom-tags', 'blocklevel'], { input: html, encoding: 'utf8' });
	if (run.error) throw run.error;
	return run.stderr.split('\n').filter(line => / Error: /.test(line) && !known.test(line));
}

async function look(page, path) {
	const answer = await page.goto(house.url + path);
	const { width } = page.viewportSize();
	assert.equal(answer.status(), 200);
	assert.equal(await isWide(page), false, 'it scrolls sideways');
	assert.deepEqual(tidy(await answer.text()), []);
	// As tall as the page: else what stands on the foot hides parts of what it passes over, and axe measures the rest.
	await page.setViewportSize({ width, height: await page.evaluate(() => document.documentElement.scrollHeight) });
	await page.evaluate(axe);
	const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'],
		runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }));
	const bad = found.violations.filter(v => ['serious', 'critical'].includes(v.impact));
	assert.deepEqual(bad.map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.html).join(' | ')}`), []);
	assert.deepEqual(page.errors.splice(0), []);
}

for (const face of faces)
	for (const [login, pages] of Object.entries(people))
		test(`on ${face.name}, every page of ${login} fits, is quiet, can be read by anyone`, async () => {
			const page = await house.enter(login, face), failures = [];
			for (const what of pages) {
				const path = await address(page, what);
				await look(page, path).catch(e => failures.push(`${path}: ${e.message}`));
			}
			await page.context().close();
			assert.deepEqual(failures, []);
		});

test('on paper, a roll-up of each level has all its points, and nothing that only hands need', async () => {
	const failures = [];
	for (const [login, from, like] of [['luweimin', '/', /^\/units\/HD-1(\?|$)/], ['shenboyang', '/', /^\/units\/HD(\?|$)/], ['guanyuanshan', '/', /^\/units\/HQ(\?|$)/]]) {
		const page = await house.enter(login, { language: 'zh-CN' });
		await page.goto(house.url + await address(page, link(from, like)));
		await page.emulateMedia({ media: 'print' });
		const seen = await page.evaluate(() => {
			const shown = el => el.checkVisibility({ visibilityProperty: true }) && el.getBoundingClientRect().height > 0;
			return { points: [...document.querySelectorAll('main .point')].length,
				hidden: [...document.querySelectorAll('main .point')].filter(el => !shown(el)).length,
				tools: [...document.querySelectorAll('button, input, select, nav:not(.week), nav.week a')].filter(shown).map(el => el.outerHTML.slice(0, 80)) };
		});
		if (!seen.points || seen.hidden || seen.tools.length) failures.push(`${login}: ${JSON.stringify(seen)}`);
		assert.ok((await page.pdf({ format: 'A4' })).length > 10000);
		await page.context().close();
	}
	assert.deepEqual(failures, []);
});
