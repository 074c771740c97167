import { open, isWide } from './tests/e2e/house.mjs';
import { writeFileSync, mkdirSync } from 'node:fs';
const out = '/tmp/polish/shots'; mkdirSync(out, { recursive: true });
const house = await open();
const all = { gujiayi: ['/', '/write', '/write/task', '/write/paste', '/write/file', '/reflections', 'R', 'P', '/topics', 'T', '/stories', 'S', '/search?q=客户', '/search?q=zzzz', '/search', '/me', '/me/password', '/nowhere', '/admin'],
 luweimin: ['/', 'U', 'SORT', 'DEP'], shenboyang: ['/', 'U'], yinshulan: ['/', 'SED', 'TED', '/stories/new','/topics/new'], guanyuanshan: ['/', 'U'],
 kangjianping: ['/admin', '/admin/people', '/admin/people/3', '/admin/units', '/admin/units/3', '/admin/import', '/admin/audit', '/admin/settings', '/admin/redact','/admin/people/new','/admin/units/new'] };
const combos = (process.argv[2] ?? '360zh,1280en').split(',');
const only = process.argv[3]?.split(',');
for (const c of combos) for (const [who, paths] of Object.entries(all)) {
	if (only && !only.includes(who)) continue;
	const page = await house.enter(who, { width: parseInt(c), language: c.includes('zh') ? 'zh-CN' : 'en-GB', dark: c.includes('d') });
	for (let p of paths) {
		const first = async (from, re) => { await page.goto(house.url + from); return page.evaluate(r => [...document.querySelectorAll('main a')].map(a => a.getAttribute('href')).find(h => new RegExp(r).test(h)), re); };
		let name = p;
		if (p === 'R') p = await first('/reflections', '^/reflections/\\d+$');
		if (p === 'P') p = await first('/search?q=客户', '^/points/\\d+');
		if (p === 'T') p = await first('/topics', '^/topics/\\d+$');
		if (p === 'S' ) p = await first('/stories', '^/stories/\\d+$');
		if (p === 'SED') p = (await first('/stories', '^/stories/\\d+$')) + '/edit';
		if (p === 'TED') p = (await first('/topics', '^/topics/\\d+$')) + '/edit';
		if (p === 'U') p = await first('/', '^/units/');
		if (p === 'SORT') p = await first(await first('/', '^/units/'), '/sort');
		if (p === 'DEP') p = (await first('/', '^/units/')).replace(/\?.*/, '') + '/deputies';
		if (!p || p.includes('undefined')) { console.log('none', who, name, p); continue; }
		const r = await page.goto(house.url + p);
		const h = await page.evaluate(() => document.documentElement.scrollHeight);
		const f = `${c}-${who}-${name.replace(/[^a-zA-Z]/g, '_')}`;
		console.log(f, r.status(), h, await isWide(page) ? 'WIDE' : '', page.errors.splice(0).join(' | '), p);
		await page.screenshot({ path: `${out}/${f}.png`, fullPage: true, clip: { x: 0, y: 0, width: parseInt(c), height: Math.min(h, 2000) } });
	}
	await page.context().close();
}
await house.close();
