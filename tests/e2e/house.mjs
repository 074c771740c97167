// house: a server of its own with the sample organisation, and a browser, for one test file.
//
//	const house = await open();
//	const page = await house.enter('gujiayi', { width: 360, language: 'zh-CN' });
//	await page.goto(house.url + '/write');
//	await house.close();
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const program = process.env.TRIBUTARY ?? 'build/tributary';
const password = 'baichuan daohai';

async function serve(db) {
	const server = spawn(program, ['serve', '--db', db, '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'inherit'] });
	const url = await new Promise((done, failed) => {
		let said = '';
		server.stdout.on('data', bytes => {
			said += bytes;
			const found = said.match(/listening on (http:\S+)/);
			if (found) done(found[1]);
		});
		server.on('exit', code => failed(new Error(`serve ended with ${code}`)));
	});
	return { server, url };
}

export async function open(...sample) {
	const folder = mkdtempSync(join(tmpdir(), 'tributary-e2e-'));
	const db = join(folder, 'db');
	if (process.env.SAMPLE && !sample.length) copyFileSync(process.env.SAMPLE, db); // e2e.sh makes it once for all
	else {
		const made = spawnSync(program, ['demo', '--db', db, ...sample], { encoding: 'utf8' });
		if (made.status !== 0) throw new Error(made.stderr);
	}
	const { server, url } = await serve(db);
	const browser = await chromium.launch({
		executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
		args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
			'--disable-component-update', '--disable-sync'],
	});
	return {
		url, db, browser,
		// A signed-in page. Any error in the page's console fails the test that looks at page.errors.
		async enter(login, { width = 1280, language = 'zh-CN', dark = false, script = true } = {}) {
			const context = await browser.newContext({
				viewport: { width, height: width < 600 ? 740 : 900 }, locale: language,
				colorScheme: dark ? 'dark' : 'light', javaScriptEnabled: script,
			});
			const page = await context.newPage();
			page.errors = [];
			page.on('console', m => { if (m.type() === 'error') page.errors.push(m.text()); });
			page.on('pageerror', e => page.errors.push(String(e)));
			await page.goto(url + '/sign-in');
			await page.fill('[name=login]', login);
			await page.fill('[name=password]', password);
			await Promise.all([page.waitForURL(u => !u.pathname.startsWith('/sign-in')), page.click('form.card button')]);
			return page;
		},
		async close() {
			await browser.close();
			await new Promise(done => { server.on('exit', done); server.kill('SIGTERM'); });
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

// Does the page scroll sideways? It never should.
export const isWide = async page => {
	await page.waitForLoadState(); // the sheet is there
	return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
};
