import { open, isWide } from './house.mjs';
import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const house = await open('--weeks', process.env.WEEKS ?? '3');
const jobs = JSON.parse(process.argv[2]);
const pages = {};
try {
for (const [login, path, width, lang, dark, name] of jobs) {
  const key = [login, width, lang, dark].join();
  const page = pages[key] ??= await house.enter(login, { width, language: lang, dark });
  const a = await page.goto(house.url + path);
  const html = await a.text();
  const t = spawnSync('tidy', ['-e', '-q', '--show-warnings', 'no', '--custom-tags', 'blocklevel'], { input: html, encoding: 'utf8' });
  const known = /is not recognized!|discarding unexpected <\/?(svg|use|markdown-toolbar|md-[a-z-]+)>/;
  const bad = t.stderr.split('\n').filter(l => / Error: /.test(l) && !known.test(l));
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }));
  console.log(path, a.status(), 'wide', await isWide(page), 'tidy', bad.slice(0, 3), found.violations.filter(v => ['serious', 'critical'].includes(v.impact)).map(v => `${v.id}: ${v.nodes.slice(0, 2).map(n => n.html.slice(0, 200)).join(' | ')}`), page.errors.splice(0));
  if (name) await page.screenshot({ path: `/tmp/wt/shot-${name}.png`, fullPage: true });
}
} finally { await house.close(); }
