// crash.mjs PROGRAM FOLDER ROUNDS: see run.sh. Prints TAP-like lines and "N passed, N failed".
import { spawn, execFileSync } from "node:child_process";
import { createInterface } from "node:readline";
import { writeFileSync } from "node:fs";

const [program, folder, rounds] = [process.argv[2], process.argv[3], Number(process.argv[4])];
const db = `${folder}/x.db`;
const WRITERS = 8;
const seed = Number(process.env.CRASH_SEED ?? Date.now() % 100000);
let dice = seed;
const below = (n) => (dice = (dice * 48271) % 2147483647) % n; // Park and Miller's minimal standard

const run = (...words) => execFileSync(program, [...words, "--db", db], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

function organise() {
	writeFileSync(`${folder}/org.csv`, "unit_code,unit_name,parent_code,login,name,roles,email,active\n" +
		"hq,HQ,,boss,Boss,hq,,1\neast,East,hq,,,,,\ne1,Team,east,lead,Lead,team_manager,,1\n");
	run("org", "import", `${folder}/org.csv`, "--apply");
	return Array.from({ length: WRITERS }, (_, i) => {
		execFileSync(program, ["person", "add", `w${i}`, "--name", `Writer ${i}`, "--role", "rep", "--unit", "e1", "--db", db],
			{ input: `crash test ${i} password\n`, stdio: ["pipe", "ignore", "inherit"] });
		return run("token", "add", `w${i}`).trim();
	});
}

async function serve() {
	const child = spawn(program, ["serve", "--db", db, "--listen", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "inherit"] });
	for await (const line of createInterface({ input: child.stdout })) {
		const found = line.match(/^listening on (\S+)/);
		if (found) return { child, address: found[1], gone: new Promise((done) => child.on("exit", done)) };
	}
	throw new Error("the server does not start");
}

const text = (task, marker) => `---\n${task}\n---\n# 经验\n## 先问清三件事 ${marker}\n先听后讲。\n# 教训\n## 没有约回访 ${marker}b\n下次当场约。\n`;
const ask = (address, token, method, path, more = {}) =>
	fetch(address + path, { method, body: more.body, headers: { authorization: `Bearer ${token}`, "content-type": "text/markdown", ...more.headers } });

// What each writer knows: markers answered with 201, those without an answer, and the text of the week.
const writers = [];
const week = (() => { // the ISO week in Shanghai
	const d = new Date(Date.now() + 8 * 3600e3);
	d.setUTCDate(d.getUTCDate() + 4 - (d.getUTCDay() || 7));
	const first = Date.UTC(d.getUTCFullYear(), 0, 1);
	return `${d.getUTCFullYear()}-W${String(Math.ceil(((d - first) / 864e5 + 1) / 7)).padStart(2, "0")}`;
})();

async function post(server, w, marker) {
	const answer = await ask(server.address, w.token, "POST", "/api/reflections", { body: text(`task: ${marker}`, marker), headers: { "idempotency-key": marker } });
	const words = await answer.text();
	return { status: answer.status, id: answer.status === 201 ? JSON.parse(words).id : 0, words };
}

async function write(server, w, round) {
	for (;;) {
		const marker = `m${round}-${w.number}-${++w.count}`;
		if (w.count % 3 === 0) {
			w.sent = marker;
			const answer = await ask(server.address, w.token, "PUT", `/api/reflections/${week}`, { body: text(`week: ${week}`, marker) });
			await answer.text();
			if (answer.status > 201) throw new Error(`PUT: ${answer.status}`);
			w.saved = marker;
		} else {
			w.open = marker;
			const answer = await post(server, w, marker);
			if (answer.status !== 201) throw new Error(`POST: ${answer.status} ${answer.words}`);
			w.answered.set(marker, answer.id);
			w.open = null;
		}
	}
}

const faults = [];
const expect = (good, words) => good || faults.push(words);

async function headlines(server, w) { // all of one's own, each as often as it is there
	const seen = new Map();
	for (let cursor = ""; cursor !== null; ) {
		const list = await (await ask(server.address, w.token, "GET", `/api/points?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)).json();
		for (const p of list.items) {
			const marker = p.headline.split(" ").pop();
			if (Number(marker.split("-")[1]) === w.number) // the others of the team are seen too
				seen.set(marker, (seen.get(marker) ?? 0) + 1);
		}
		cursor = list.next;
	}
	return seen;
}

async function verify(server) {
	for (const w of writers) {
		if (w.open) { // no answer came: the same key again does it once
			const answer = await post(server, w, w.open);
			expect([201, 409].includes(answer.status), `sent again: ${answer.status} ${answer.words}`);
			w.again.push(w.open);
			w.open = null;
		}
		const seen = await headlines(server, w);
		for (const marker of [...w.answered.keys(), ...w.again])
			expect(seen.get(marker) === 1, `${marker} is there ${seen.get(marker) ?? 0} times`);
		for (const [marker, id] of [...w.answered].slice(-5)) {
			const answer = await ask(server.address, w.token, "GET", `/api/reflections/${id}`, { headers: { accept: "text/markdown" } });
			expect((await answer.text()).includes(` ${marker}\n`), `reflection ${id} is not ${marker}`);
		}
		if (w.saved)
			expect(seen.get(w.saved) === 1 || seen.get(w.sent) === 1, `the week says neither ${w.saved} nor ${w.sent}`);
		if (w.sent && seen.has(w.sent)) w.saved = w.sent; // written, though its answer was lost: from now on it must stay
		const known = new Set([...w.answered.keys(), ...w.again, w.saved, w.sent]);
		for (const marker of seen.keys()) expect(known.has(marker.replace(/b$/, "")), `${marker} was never sent, or taken back`);
	}
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));
organise().forEach((token, number) => writers.push({ token, number, count: 0, answered: new Map(), again: [], open: null, saved: null, sent: null }));
let passed = 0, failed = 0;
for (let round = 1; round <= rounds; round++) {
	let server = await serve();
	let dead = false;
	const writing = writers.map((w) => write(server, w, round).catch((fault) => dead || faults.push(`before the end: ${fault}`)));
	await pause(50 + below(500));
	dead = true;
	server.child.kill("SIGKILL"); // the one this program started
	await server.gone;
	await Promise.all(writing);
	server = await serve();
	await verify(server);
	server.child.kill("SIGTERM");
	await server.gone;
	try {
		run("check");
	} catch (fault) {
		faults.push(`check: ${fault.stdout}${fault.stderr}`);
	}
	faults.length ? failed++ : passed++;
	const total = writers.reduce((n, w) => n + w.answered.size, 0);
	console.log(`${faults.length ? "not ok" : "ok"} ${round} - ${total} answered writes are there once`);
	for (const fault of faults.splice(0).slice(0, 10)) console.log(`# seed ${seed}: ${fault}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
