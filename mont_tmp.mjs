import { chromium } from 'playwright-core';
import { readFileSync } from 'node:fs';
const [out, w, ...files] = process.argv.slice(2);
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--headless','--no-sandbox'] });
const p = await b.newPage({ viewport: { width: files.length * (+w + 10), height: 100 } });
await p.setContent('<body style="margin:0;display:flex;gap:10px;background:#888;align-items:start">' + files.map(f => `<img style="width:${w}px;max-height:1700px;object-fit:cover;object-position:top" src="data:image/png;base64,${readFileSync('/tmp/polish/shots/' + f + '.png').toString('base64')}">`).join(''));
await p.screenshot({ path: out, fullPage: true });
await b.close();
