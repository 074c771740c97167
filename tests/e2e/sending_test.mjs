// A bulletin goes out to a program: published in a browser, received on the loopback, signed; and whatever moment the server is
// killed at, the message arrives, under the same id.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';

const program = process.env.TRIBUTARY ?? 'build/tributary';
const folder = mkdtempSync(join(tmpdir(), 'tributary-sending-'));
const db = join(folder, 'db');
const got = []; // what the receiver took: {headers, body}
let answer = (request, response) => { response.statusCode = 204; response.end(); };
let receiver, server, url, browser;

const pause = ms => new Promise(done => setTimeout(done, ms));
// In the first minute of an hour or half hour nothing is sent.
async function until(what, seconds = 150) {
	for (let i = 0; i < seconds * 10; i++, await pause(100)) if (what()) return;
	assert.fail('it did not happen in time');
}
async function serve() {
	server = spawn(program, ['serve', '--db', db, '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'ignore'] });
	url = await new Promise((done, failed) => {
		server.stdout.on('data', bytes => { const at = String(bytes).match(/listening on (http:\S+)/); if (at) done(at[1]); });
		server.on('exit', code => failed(new Error(`serve ended with ${code}`)));
	});
}
const end = signal => new Promise(done => { server.on('exit', done); server.kill(signal); });

before(async () => {
	const made = spawnSync(program, ['demo', '--db', db], { encoding: 'utf8' });
	assert.equal(made.status, 0, made.stderr);
	receiver = createServer((request, response) => {
		let body = '';
		request.on('data', bytes => body += bytes);
		request.on('end', () => { got.push({ headers: request.headers, body, url: request.url }); answer(request, response); });
	});
	await new Promise(done => receiver.listen(0, '127.0.0.1', done));
	await serve();
	browser = await chromium.launch({
		executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
		args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
			'--disable-component-update', '--disable-sync'],
	});
});
after(async () => {
	await browser?.close();
	await end('SIGTERM');
	receiver.closeAllConnections();
	receiver.close();
	rmSync(folder, { recursive: true, force: true });
});

async function enter(login) {
	const page = await (await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'zh-CN' })).newPage();
	await page.goto(url + '/sign-in');
	await page.fill('[name=login]', login);
	await page.fill('[name=password]', 'baichuan daohai');
	await Promise.all([page.waitForURL(u => !u.pathname.startsWith('/sign-in')), page.click('form.card button')]);
	return page;
}
const isSigned = (secret, { headers, body }) => headers['webhook-signature'] === 'v1,' + createHmac('sha256',
	Buffer.from(secret.slice(6), 'base64')).update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`).digest('base64');
let secret;

test('headquarters publishes, and the program has the signed message', async () => {
	const root = await enter('kangjianping');
	await root.goto(url + '/admin/settings');
	await root.selectOption('[name=private_addresses]', '1');
	await Promise.all([root.waitForURL(/said=saved/), root.click('form.card .btn.primary')]);
	await root.context().close();
	const page = await enter('guanyuanshan');
	await page.goto(url + '/admin/destinations/new');
	await page.selectOption('[name=kind]', 'webhook');
	await page.fill('[name=name]', '数据平台');
	await page.fill('[name=url]', `http://127.0.0.1:${receiver.address().port}/hook`);
	await page.click('form.card .btn.primary');
	secret = (await page.textContent('.note.good code')).trim();
	assert.match(secret, /^whsec_/);
	await page.waitForLoadState();
	assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1), false);
	await page.goto(url + '/bulletins');
	await Promise.all([page.waitForURL(/\/edit/), page.click('form[action="/bulletins"] button')]);
	page.on('dialog', asked => asked.accept());
	await page.fill('[name=frame]', '这一期只有一句话：先问清楚。');
	await Promise.all([page.waitForURL(/said=issued/), page.click('button[value=publish]')]);
	const number = Number(page.url().match(/bulletins\/(\d+)/)[1]);
	await until(() => got.length === 1);
	assert.ok(isSigned(secret, got[0]));
	const event = JSON.parse(got[0].body);
	assert.equal(event.type, 'bulletin.published');
	assert.equal(event.data.number, number);
	await page.goto(url + '/admin/destinations');
	await until(() => true);
	await page.reload();
	assert.match(await page.textContent('main'), /最近送达/);
	await page.context().close();
});

// A test message of the destination, asked for by a page's form.
async function ask(page) {
	await page.goto(url + '/admin/destinations/1');
	await Promise.all([page.waitForURL(/said=queued/), page.click('form[action$="/test"] button')]);
}

test('killed before it was sent, while it was sent, or before that was noted: it arrives under the same id', async () => {
	// Before: the row is on disk, the server is gone the moment the page was answered.
	let page = await enter('guanyuanshan');
	const first = got.length;
	await ask(page);
	await end('SIGKILL');
	await serve();
	await until(() => got.length > first);
	assert.ok(isSigned(secret, got[first]));
	// While: the receiver has it, and never answers; killed then, and again when it says so late.
	await page.context().close();
	page = await enter('guanyuanshan');
	const second = got.length;
	answer = () => { };
	await ask(page);
	await until(() => got.length > second);
	await end('SIGKILL');
	answer = (request, response) => { response.statusCode = 500; response.end(); };
	await serve();
	await until(() => got.length > second + 1);
	await end('SIGKILL');
	answer = (request, response) => { response.statusCode = 204; response.end(); };
	await serve();
	await until(() => got.length > second + 2);
	const ids = new Set(got.slice(second).map(one => one.headers['webhook-id']));
	assert.equal(ids.size, 1);
	assert.ok(!got.slice(0, second).some(one => ids.has(one.headers['webhook-id'])));
	// It was taken: no more of it comes.
	const all = got.length;
	await pause(8000);
	assert.equal(got.length, all);
	await page.context().close();
});

test('a receiver that is dead holds up no page', async () => {
	answer = () => { };
	const page = await enter('guanyuanshan');
	const before = got.length;
	await ask(page);
	await until(() => got.length > before);
	const from = Date.now();
	await page.goto(url + '/bulletins/1');
	assert.ok(Date.now() - from < 3000);
	await page.context().close();
});
