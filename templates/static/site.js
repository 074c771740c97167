/* What pages gain where scripts run; each works without. Words come from data- attributes, which the server translates.
   No key is acted on while an input method is composing, and Esc never discards what was typed. PATTERNS.md shows the markup. */
(function () {
'use strict';
const doc = document, seen = new WeakMap();
const all = (selector, from) => Array.from((from || doc).querySelectorAll(selector));
const make = (tag, set) => Object.assign(doc.createElement(tag), set);
const composing = e => e.isComposing || e.keyCode === 229;
const typed = el => el.dispatchEvent(new Event('input', { bubbles: true }));
const plain = text => String(text === undefined ? '' : text).replace(/\r\n?/g, '\n');
const PREFIX = 'draft:';
const store = {     /* a browser may refuse to keep anything: then the server alone keeps the draft */
	get(key) { try { return JSON.parse(localStorage.getItem(PREFIX + key)); } catch (e) { return null; } },
	set(key, value) { try { localStorage.setItem(PREFIX + key, JSON.stringify(value)); } catch (e) { /* full or forbidden */ } },
	drop(key) { try { localStorage.removeItem(PREFIX + key); } catch (e) { /* forbidden */ } },
	clear() { try { Object.keys(localStorage).filter(k => k.startsWith(PREFIX)).forEach(k => localStorage.removeItem(k)); } catch (e) { /* forbidden */ } },
};
doc.documentElement.classList.add('js');

/* What an answer that refuses says. */
const parsed = text => new DOMParser().parseFromString(text || '', 'text/html');
const told = text => /</.test(text) ? all('main .note.bad li, main .empty > p:not(:has(a))', parsed(text)).map(el => el.textContent.trim()).pop() : text.trim();

/* A kind of hint that the writer wants no more. */
async function unwanted(form, kind) {
	try { await fetch('/me/coach', { method: 'POST', body: new URLSearchParams({ csrf: form.elements.namedItem('csrf').value, off: kind }) }); } catch (e) { /* it is said again */ }
}

/* Drafts. POST data-draft with the form's fields and draft_version; answered 200 {version, saved}, 409 {version, saved, fields} or 401.
   The browser keeps a copy (under data-draft-key) until the server has said that it has the same words. */
function draft(form) {
	const line = form.querySelector('.saved'), version = form.elements.namedItem('draft_version'), key = form.dataset.draftKey;
	const box = form.querySelector('[data-draft-conflict]');
	let timer = 0, wait = 2000, dirty = false, sending = false, stopped = false, refused = false, leaving = false, choose = null, hints = {};

	const inputs = () => Array.from(form.elements).filter(el => el.name && /^(text|search|textarea|select-one|checkbox|radio)$/.test(el.type));
	function fields() {
		const now = {};
		inputs().forEach(el => { if (!/checkbox|radio/.test(el.type) || el.checked) now[el.name] = plain(el.value); });
		return now;
	}
	function fill(words) {
		inputs().forEach(el => {
			if (/checkbox|radio/.test(el.type)) el.checked = words[el.name] === el.value;
			else if (words[el.name] !== undefined && plain(words[el.name]) !== plain(el.value)) { el.value = words[el.name]; typed(el); }
		});
	}
	function say(state, time) {
		line.setAttribute('aria-live', /^sav/.test(state) ? 'off' : 'polite');
		line.dataset.state = state;
		line.textContent = (line.dataset[state] || '').replace('{time}', time || '');
		if (state === 'signin') line.replaceChildren(make('a', { href: line.dataset.signinHref, textContent: line.dataset.signin }));
	}
	const later = ms => { clearTimeout(timer); timer = setTimeout(save, ms); };
	function changed() {
		store.set(key, { version: version.value, fields: fields() });
		if ((!dirty || refused) && !stopped) later(wait);
		dirty = true;
		refused = false;
	}
	function conflict(data, mine) {
		const here = mine || fields(), there = data.fields || {};
		const names = Object.keys(Object.assign({}, here, there)).filter(n => plain(here[n]) !== plain(there[n]));
		if (!names.length) { version.value = data.version; store.drop(key); dirty = false; return say('saved', data.saved); }
		const title = n => { const el = form.elements.namedItem(n), label = el && el.id && form.querySelector('label[for="' + el.id.replace(/-words$/, '') + '"]'); return label ? label.textContent : ''; };
		const text = words => names.map(n => title(n) + '\n' + (plain(words[n]) || '–')).join('\n\n');
		stopped = true;
		say('conflict');
		box.querySelector('[data-mine]').textContent = text(here);
		box.querySelector('[data-theirs]').textContent = text(there);
		box.hidden = false;
		box.focus();
		choose = which => {
			box.hidden = true;
			stopped = dirty = false;
			version.value = data.version;
			if (which === 'mine') { if (mine) fill(mine); dirty = false; return changed(); }
			fill(there);
			clearTimeout(timer);
			dirty = false;
			store.drop(key);
			say('saved', data.saved);
		};
	}
	/* The coach's hints of the last answer, each under its story; what asks for more waits until one has left the story. */
	function coach() {
		all('[data-coach]', form).forEach(box => {
			const writing = box.parentNode.contains(doc.activeElement) && doc.activeElement.matches('textarea, input');
			const now = (hints[box.dataset.coach] || []).filter(h => !writing || !/^(short|next)$/.test(h.kind)), words = JSON.stringify(now);
			if (box.words === words) return;
			box.words = words;
			// What stays is not touched: a finger may be on its button.
			[...box.children].forEach(p => { if (!now.some(h => h.text + ' ' === p.firstChild.data)) p.remove(); });
			now.forEach((h, i) => {
				if (box.children[i]?.firstChild.data === h.text + ' ') return;
				const p = make('p', { className: 'hint', textContent: h.text + ' ' });
				p.append(make('button', { type: 'button', className: 'linkish', value: h.kind, textContent: box.dataset.off }));
				box.insertBefore(p, box.children[i] || null);
			});
		});
	}
	async function hush(kind) {
		Object.keys(hints).forEach(n => { hints[n] = hints[n].filter(h => h.kind !== kind); });
		coach();
		await unwanted(form, kind);
	}
	form.addEventListener('click', e => { if (e.target.matches('[data-coach] button')) hush(e.target.value); });
	form.addEventListener('focusout', () => setTimeout(coach));
	async function save() {
		if (sending || stopped || !dirty) return;
		const body = new URLSearchParams(new FormData(form)).toString(), words = JSON.stringify(fields()), stop = new AbortController();
		const clock = setTimeout(() => stop.abort(), 20000);
		let status = 0, data = {};
		sending = true;
		dirty = false;
		say('saving');
		try {
			const answer = await fetch(form.dataset.draft, { method: 'POST', body, signal: stop.signal, keepalive: body.length < 60000,
				headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' } });
			status = answer.status;
			if (status === 200 || status === 409) data = await answer.json();
			else if (status === 413 || status === 422) data.why = told(await answer.text());
		} catch (e) { status = 0; }
		clearTimeout(clock);
		sending = false;
		if (leaving) return;
		if (status === 409) return conflict(data);
		if (status === 401) { stopped = dirty = true; return say('signin'); }
		if (status === 200) {
			wait = 2000;
			version.value = data.version;
			hints = data.hints || {};
			coach();
			if (words === JSON.stringify(fields())) { dirty = false; store.drop(key); return say('saved', data.saved); }
			dirty = true;
			store.set(key, { version: version.value, fields: fields() });
			return later(wait);
		}
		dirty = true;
		wait = Math.min(wait * 2, 60000);
		say(status ? 'failed' : 'offline');
		refused = status >= 400 && status < 429;    /* the same words again would fare no better: other ones may */
		if (refused) line.textContent = data.why || line.textContent;
		else later(wait);
	}
	form.addEventListener('input', e => { if (!e.isComposing) changed(); });
	form.addEventListener('compositionend', changed);
	form.addEventListener('click', e => { if (choose && e.target.dataset.keep) choose(e.target.dataset.keep); });
	form.addEventListener('keydown', e => {     /* Enter goes on to the next field; only the button submits */
		if (e.key !== 'Enter' || composing(e) || e.target.tagName !== 'INPUT' || e.defaultPrevented) return;
		e.preventDefault();
		const fields = all('input:not([type=hidden]):not([hidden]), textarea', form), next = fields[fields.indexOf(e.target) + 1];
		if (next) next.focus();
	});
	form.addEventListener('submit', () => { leaving = true; clearTimeout(timer); });
	addEventListener('pageshow', e => { if (e.persisted) leaving = false; });
	addEventListener('online', () => { wait = 2000; if (dirty) save(); });
	doc.addEventListener('visibilitychange', () => { if (doc.hidden && dirty && !leaving) save(); });
	addEventListener('beforeunload', e => { if ((dirty || sending) && !leaving) { e.preventDefault(); e.returnValue = ''; } });

	const kept = store.get(key);
	if (!kept || JSON.stringify(kept.fields) === JSON.stringify(fields())) return store.drop(key);
	if (String(kept.version) !== version.value) return conflict({ version: version.value, saved: line.dataset.time, fields: fields() }, kept.fields);
	fill(kept.fields);
	changed();
}

/* Topics: a text field of words becomes chips with type-ahead. GET data-suggest?q= answers {items: [{name, tag?, kind?}]}; tag is the one word
   to write where the name has spaces. The text field stays in the form, hidden, and holds the words. */
function topics(field) {
	const box = make('div', { className: 'tokens' }), list = make('ul', { className: 'suggest', hidden: true, id: field.id + '-list' });
	const entry = make('input', { id: field.id, autocomplete: 'off', placeholder: field.placeholder });
	let asked = 0, timer = 0, at = -1;
	const words = text => text.split(/[\s#,，、;；]+/).filter(Boolean);
	const set = names => { field.value = Array.from(new Set(names)).join(' '); typed(field); };
	const close = () => { list.hidden = true; at = -1; asked++; entry.setAttribute('aria-expanded', 'false'); entry.removeAttribute('aria-activedescendant'); };
	const add = text => { clearTimeout(timer); entry.value = ''; close(); set(words(field.value).concat(words(text))); };
	function show() {
		all('.chip', box).forEach(chip => chip.remove());
		words(field.value).forEach(name => {
			const chip = make('button', { type: 'button', className: 'chip', textContent: name + ' ×' });
			chip.setAttribute('aria-label', (field.dataset.remove || '{name}').replace('{name}', name));
			chip.addEventListener('click', () => { set(words(field.value).filter(w => w !== name)); entry.focus(); });
			box.insertBefore(chip, entry);
		});
		entry.placeholder = field.value ? '' : field.placeholder;
	}
	function mark(to) {
		const rows = all('li', list);
		at = (to + rows.length) % rows.length;
		rows.forEach((row, i) => row.setAttribute('aria-selected', String(i === at)));
		entry.setAttribute('aria-activedescendant', rows[at].id);
		rows[at].scrollIntoView({ block: 'nearest' });
	}
	async function suggest() {
		const text = entry.value.trim(), mine = ++asked;
		let items = [];
		if (!text) return close();
		try { items = (await (await fetch(field.dataset.suggest + '?q=' + encodeURIComponent(text), { headers: { Accept: 'application/json' } })).json()).items || []; } catch (e) { /* offline: the word can still be written */ }
		if (mine !== asked) return;
		if (!items.some(i => i.name === text || i.tag === text)) items = items.concat({ name: text, kind: field.dataset.new });
		list.replaceChildren(...items.map((item, i) => {
			const row = make('li', { id: list.id + i, textContent: item.name });
			row.setAttribute('role', 'option');
			row.dataset.tag = item.tag || item.name.replace(/\s+/g, '-');
			if (item.kind) row.append(make('small', { textContent: item.kind }));
			row.addEventListener('click', () => { add(row.dataset.tag); entry.focus(); });
			return row;
		}));
		at = -1;
		list.hidden = false;
		entry.setAttribute('aria-expanded', 'true');
		list.scrollIntoView({ block: 'nearest' });
	}
	const roles = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id };
	Object.keys(roles).forEach(name => entry.setAttribute(name, roles[name]));
	['aria-describedby', 'aria-invalid'].forEach(name => { if (field.hasAttribute(name)) entry.setAttribute(name, field.getAttribute(name)); });
	list.setAttribute('role', 'listbox');
	list.addEventListener('pointerdown', e => e.preventDefault());
	entry.addEventListener('input', e => {
		e.stopPropagation();
		if (e.isComposing) return;
		if (/[\s,，、;；#]/.test(entry.value.trim() ? entry.value : '')) return add(entry.value);
		clearTimeout(timer);
		timer = setTimeout(suggest, 150);
	});
	entry.addEventListener('compositionend', () => { clearTimeout(timer); timer = setTimeout(suggest, 150); });
	entry.addEventListener('keydown', e => {
		if (composing(e)) return;
		const open = !list.hidden && list.children.length;
		if (e.key === 'Enter' && entry.value.trim()) { e.preventDefault(); add(open && at >= 0 ? list.children[at].dataset.tag : entry.value); }
		else if (/^Arrow(Up|Down)$/.test(e.key) && open) { e.preventDefault(); mark(e.key === 'ArrowDown' ? at + 1 : at < 0 ? -1 : at - 1); }
		else if (e.key === 'Escape' && open) { e.preventDefault(); e.stopPropagation(); close(); }
		else if (e.key === 'Backspace' && !entry.value && field.value) set(words(field.value).slice(0, -1));
	});
	entry.addEventListener('blur', () => { if (entry.value.trim()) add(entry.value); else close(); });
	field.addEventListener('input', show);
	field.id += '-words';
	field.hidden = true;
	box.append(entry);
	field.after(box, list);
	show();
}

/* People: behind an @ in a text area, those who may be named there. GET data-people?q= answers {items: [{name, unit, word}]}; what is
   chosen is written out, so the text means the same without this. */
function people(field) {
	const list = make('ul', { className: 'suggest', hidden: true, id: field.id + '-people' });
	let asked = 0, timer = 0, at = -1;
	const typedName = () => field.value.slice(0, field.selectionStart).match(/(^|[^A-Za-z0-9])[@＠]([^\s@＠,，.。!！?？、;；:：()（）]{0,20})$/);
	const close = () => { list.hidden = true; at = -1; asked++; field.removeAttribute('aria-activedescendant'); };
	const open = () => !list.hidden && list.children.length > 0;
	function mark(to) {
		const rows = all('li', list);
		at = (to + rows.length) % rows.length;
		rows.forEach((row, i) => row.setAttribute('aria-selected', String(i === at)));
		field.setAttribute('aria-activedescendant', rows[at].id);
		rows[at].scrollIntoView({ block: 'nearest' });
	}
	function take(word) {
		const found = typedName();
		close();
		if (!found) return;
		field.setRangeText(word + ' ', field.selectionStart - found[2].length, field.selectionStart, 'end');
		field.focus();
		typed(field);
	}
	async function suggest() {
		const found = typedName(), mine = ++asked;
		let items = [];
		if (!found) return close();
		try { items = (await (await fetch(field.dataset.people + '?q=' + encodeURIComponent(found[2]), { headers: { Accept: 'application/json' } })).json()).items || []; } catch (e) { /* offline: the name can still be typed */ }
		if (mine !== asked) return;
		if (!items.length) return close();
		list.replaceChildren(...items.map((item, i) => {
			const row = make('li', { id: list.id + i, textContent: item.word });
			row.setAttribute('role', 'option');
			row.append(make('small', { textContent: item.unit }));
			row.addEventListener('click', () => take(item.word));
			return row;
		}));
		list.hidden = false;
		mark(0);
	}
	const soon = () => { clearTimeout(timer); timer = setTimeout(suggest, 150); };
	list.setAttribute('role', 'listbox');
	list.addEventListener('pointerdown', e => e.preventDefault());
	field.setAttribute('aria-autocomplete', 'list');
	field.setAttribute('aria-controls', list.id);
	field.addEventListener('input', e => { if (!e.isComposing) soon(); });
	field.addEventListener('compositionend', soon);
	field.addEventListener('keydown', e => {
		if (composing(e) || !open()) return;
		const row = all('li', list)[at];
		if (/^Arrow(Up|Down)$/.test(e.key)) { e.preventDefault(); mark(at + (e.key === 'ArrowDown' ? 1 : -1)); }
		else if (/^(Enter|Tab)$/.test(e.key) && row) { e.preventDefault(); row.click(); }
		else if (e.key === 'Escape') { e.preventDefault(); e.stopPropagation(); close(); }
	});
	field.addEventListener('blur', close);
	field.parentNode.classList.add('anchor');
	field.after(list);
}

/* What the coach says of words that no draft keeps: POST data-coached text= answers {hints: [{kind, text}]}. */
function coached(field) {
	const box = make('div', { className: 'coach-box' });
	let timer = 0, asked = 0, before = '';
	async function ask() {
		const text = field.value.trim(), mine = ++asked;
		let hints = [];
		if (text === before) return;
		before = text;
		const body = new URLSearchParams({ csrf: field.form.elements.namedItem('csrf').value, text: text.slice(0, 2000) });
		try { if (text) hints = (await (await fetch(field.dataset.coached, { method: 'POST', body, headers: { Accept: 'application/json' } })).json()).hints || []; } catch (e) { return; }
		if (mine === asked) box.replaceChildren(...hints.map(h => {
			const p = make('p', { className: 'hint', textContent: h.text + ' ' });
			p.append(make('button', { type: 'button', className: 'linkish', value: h.kind, textContent: doc.body.dataset.hush }));
			return p;
		}));
	}
	box.addEventListener('click', e => {
		if (!e.target.value) return;
		unwanted(field.form, e.target.value);
		e.target.parentNode.remove();
		field.focus();
	});
	const soon = () => { clearTimeout(timer); timer = setTimeout(ask, 900); };
	box.setAttribute('aria-live', 'polite');
	field.addEventListener('input', e => { if (!e.isComposing) soon(); });
	field.addEventListener('compositionend', soon);
	field.parentNode.append(box);
}

/* Order by dragging, beside the buttons: on drop the form's hidden fields and order=ID,ID,… are posted to data-order. */
function order(form) {
	const ids = () => all('[data-id]', form).map(row => row.dataset.id).join();
	let held = null, before = '';
	all('[data-id]', form).forEach(row => { row.draggable = true; });
	form.addEventListener('dragstart', e => { held = e.target.closest('[data-id]'); before = ids(); if (held) held.classList.add('dragging'); });
	form.addEventListener('dragover', e => {
		const over = held && e.target.closest && e.target.closest('[data-id]');
		if (!held) return;
		e.preventDefault();
		if (!over || over === held || over.parentNode !== held.parentNode) return;
		const r = over.getBoundingClientRect();
		over.parentNode.insertBefore(held, e.clientY < r.top + r.height / 2 ? over : over.nextSibling);
	});
	form.addEventListener('drop', e => e.preventDefault());
	form.addEventListener('dragend', async () => {
		if (held) held.classList.remove('dragging');
		held = null;
		if (ids() === before) return;
		const body = new URLSearchParams(new FormData(form));
		body.set('order', ids());
		try { if ((await fetch(form.dataset.order, { method: 'POST', body })).ok && !form.querySelector('.merged')) return; } catch (e) { /* shown again as it is */ }
		location.reload();
	});
}

/* Citing by tap: [[12]] goes in where the cursor is, in the form that the button belongs to; what is cited already is shown there. */
const citers = new WeakMap();
function citing(form) {
	const field = form.querySelector('textarea');
	const show = () => all('[data-cite]').forEach(b => { if (b.form === form && b.hasAttribute('aria-pressed')) b.setAttribute('aria-pressed', String(field.value.includes('[[' + b.dataset.cite + ']]'))); });
	field.addEventListener('input', show);
	doc.addEventListener('htmx:afterSettle', show);
	let at;
	citers.set(form, number => {
		const to = at === undefined ? field.value.length : at, ahead = field.value.slice(0, to), words = '[[' + number + ']]';
		field.setRangeText((/[A-Za-z0-9]$/.test(ahead) ? ' ' : '') + words, to, to, 'end');
		at = field.selectionEnd;
		typed(field);
		if (matchMedia('(min-width: 60rem)').matches) return field.focus();
		const flash = make('div', { className: 'flash float', textContent: form.dataset.cited.replace('{n}', words) });
		flash.setAttribute('role', 'status');
		doc.body.append(flash);
		setTimeout(() => flash.remove(), 2500);
	});
	['select', 'keyup', 'pointerup', 'blur', 'input'].forEach(name => field.addEventListener(name, () => { at = field.selectionEnd; }));
	show();
}
doc.addEventListener('click', e => {
	const button = e.target.closest('[data-cite]');
	const cite = button && citers.get(button.form);
	if (!cite) return;
	e.preventDefault();
	cite(button.dataset.cite);
});
/* Alt and an arrow move the point that one is in up or down. */
doc.addEventListener('keydown', e => {
	const at = e.altKey && /^Arrow(Up|Down)$/.test(e.key) && !composing(e) && e.target.closest('[data-bench] [data-id]');
	const button = at && at.querySelector('button[value=' + (e.key === 'ArrowUp' ? 'up' : 'down') + ']');
	if (!button) return;
	e.preventDefault();
	button.focus();
	button.click();
});

function area(el) {
	const grow = !(window.CSS && CSS.supports('field-sizing', 'content')), max = Number(el.dataset.count || 0);
	const count = max && el.parentNode.insertBefore(make('p', { className: 'count' }), el.nextSibling);
	const fit = () => {
		if (grow && el.offsetParent) { el.style.height = 'auto'; el.style.height = el.scrollHeight + 2 + 'px'; }
		if (count) count.textContent = el.value.length > max * .8 ? el.dataset.countText.replace('{n}', Math.max(0, max - el.value.length)) : '';
	};
	el.addEventListener('input', fit);
	el.addEventListener('focus', fit);
	fit();
}
function oral(el) { // how long it takes to say
	const to = doc.getElementById(el.dataset.oral);
	el.addEventListener('input', () => {
		const han = (el.value.match(/\p{Script=Han}/gu) || []).length, words = (el.value.match(/[A-Za-z0-9][\w'’-]*/g) || []).length;
		const isHan = han >= words, n = isHan ? han + 2 * words : words;
		to.textContent = n ? (isHan ? el.dataset.oralHan : el.dataset.oralWords).replace('{n}', n).replace('{t}', (n / (isHan ? 225 : 133)).toFixed(1)) : '';
	});
}
function title(span) {
	const field = doc.getElementById(span.dataset.titleOf);
	if (field) field.addEventListener('input', () => { span.textContent = field.value || span.dataset.empty || ''; span.classList.toggle('todo', !field.value); });
}
function enhance() {
	[['textarea', area], ['[data-oral]', oral], ['[data-title-of]', title], ['[data-suggest]', topics], ['[data-people]', people], ['[data-coached]', coached], ['[data-order]', order], ['form[data-draft]', draft], ['form[data-cited]', citing]].forEach(([selector, start]) =>
		all(selector).forEach(el => { const begun = seen.get(el) || []; if (!begun.includes(start)) { seen.set(el, begun.concat(start)); start(el); } }));
}

doc.addEventListener('submit', e => {
	const by = e.submitter || e.target, words = by.dataset.confirm || e.target.dataset.confirm;
	if (words && !confirm(words)) { e.preventDefault(); e.stopImmediatePropagation(); } else if (e.target.hasAttribute('data-forget')) store.clear();
}, true);
doc.addEventListener('toggle', e => {
	const group = e.target.open && e.target.matches('.entry') && e.target.closest('[data-accordion]');
	if (group) all('.entry[open]', group).forEach(entry => { if (entry !== e.target) entry.open = false; });
	if (e.target.open && e.target.dataset.read) {
		const form = e.target.parentNode.querySelector('form');
		fetch(e.target.dataset.read, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ csrf: form.elements.namedItem('csrf').value }) }).catch(() => {});
		delete e.target.dataset.read;
	}
	if (e.target.open) all('textarea', e.target).forEach(el => el.dispatchEvent(new Event('focus')));
}, true);
doc.addEventListener('click', e => {
	const link = e.target.closest('a[href^="#"]'), to = link && doc.getElementById(link.hash.slice(1)), insert = e.target.closest('[data-insert]');
	all('.menu[open], .tabs details[open]').forEach(menu => { if (!menu.contains(e.target)) menu.open = false; });
	if (e.target.closest('[data-dismiss]')) e.target.closest('.flash').remove();
	if (e.target.closest('[data-print]')) print();
	const topic = e.target.closest('[data-add-topic]');
	if (topic) { const field = topic.form.elements.namedItem(topic.dataset.addTopic); field.value = (field.value + ' ' + topic.value).trim(); typed(field); topic.remove(); }
	if (to) { for (let el = to; el; el = el.parentElement) if (el.tagName === 'DETAILS') el.open = true; to.focus(); }
	if (!insert) return;
	const area = insert.closest('.field').querySelector('textarea'), ahead = area.value.slice(0, area.selectionEnd);
	area.setRangeText((ahead && !ahead.endsWith('\n\n') ? ahead.endsWith('\n') ? '\n' : '\n\n' : '') + insert.dataset.insert + '\n', area.selectionEnd, area.selectionEnd, 'end');
	typed(area);
	area.focus();
});
doc.addEventListener('keydown', e => {
	if (composing(e) || e.ctrlKey || e.metaKey || e.altKey) return;
	if (e.key === 'Escape') all('.menu[open], .tabs details[open]').forEach(menu => { menu.open = false; menu.firstElementChild.focus(); });
	if (e.key !== '/' || e.target.closest('input, textarea, select')) return;
	const field = doc.querySelector('[data-search]'), link = doc.querySelector('a[href="/search"]');
	e.preventDefault();
	if (field) field.focus(); else if (link) link.click();
});
/* Searching as one types: not the half of a word that an input method is still putting together, but the whole one. */
doc.addEventListener('input', e => { if (composing(e) && e.target.matches('[data-search]')) e.stopImmediatePropagation(); }, true);
doc.addEventListener('compositionend', e => {
	if (e.target.matches('[data-search]')) setTimeout(() => e.target.dispatchEvent(new Event('input', { bubbles: true })));
});
/* The arrow keys go from the field through the hits and back. */
doc.addEventListener('keydown', e => {
	const step = { ArrowDown: 1, ArrowUp: -1 }[e.key], field = step && !composing(e) && doc.querySelector('[data-search]');
	if (!field || !e.target.closest('[data-search], .hits h3 a')) return;
	const stops = [field].concat(all('.hits h3 a')), to = stops[stops.indexOf(e.target) + step];
	if (to) { e.preventDefault(); to.focus(); }
});
/* htmx: what came in is enhanced too; a failure is said in the words of the body's data-offline and data-failed. */
doc.addEventListener('htmx:afterSettle', enhance);
/* Somebody was faster (409, 412): where the answer is this very page it is shown, with both; where it is a page of its own, its words are. */
doc.addEventListener('htmx:beforeSwap', e => {
	const wanted = e.detail.requestConfig.elt.closest('[hx-select]');
	if (![409, 412].includes(e.detail.xhr.status) || !wanted || !parsed(e.detail.xhr.responseText).querySelector(wanted.getAttribute('hx-select'))) return;
	e.detail.shouldSwap = true;
	e.detail.isError = false;
});
['htmx:sendError', 'htmx:responseError'].forEach(name => doc.addEventListener(name, e => {
	if (e.detail.elt && e.detail.elt.hasAttribute('data-quiet')) return;   /* a look-up beside the form: the draft's own line says what is wrong */
	if (e.detail.xhr && e.detail.xhr.status === 401) return location.reload();
	const said = e.detail.xhr && e.detail.xhr.status === 409 && told(e.detail.xhr.responseText);
	const flash = make('div', { className: 'flash bad float', textContent: said || doc.body.dataset[name === 'htmx:sendError' ? 'offline' : 'failed'] || '' });
	flash.setAttribute('role', 'alert');
	doc.body.append(flash);
	setTimeout(() => flash.remove(), 8000);
}));
/* What is left until a moment, or since one: data-until, data-since in seconds; the server said it once already. Words come with
   {d}, {h}, {m}, {s}; data-over stands when it is over. */
const clocks = all('[data-until], [data-since]');
function tick() {
	clocks.forEach(el => {
		const now = Date.now() / 1000, left = Math.floor(el.dataset.until ? el.dataset.until - now : now - el.dataset.since);
		const part = { d: Math.floor(left / 86400), h: Math.floor(left / 3600) % 24, m: Math.floor(left / 60) % 60, s: left % 60 };
		const words = part.d ? el.dataset.days : part.h ? el.dataset.hours : el.dataset.minutes;
		const text = left < 0 ? el.dataset.over || el.textContent : words.replace(/\{(\w)\}/g, (all, name) => part[name]);
		if (el.textContent !== text) el.textContent = text;
	});
}
if (clocks.length) { tick(); setInterval(tick, 1000); }
all('[data-draft-clear]').forEach(el => store.drop(el.dataset.draftClear));
enhance();
const first = doc.querySelector('[data-focus]');
if (first) first.focus();
}());
