import { chromium } from 'playwright-core';

const [, , theme = 'light', width = '1000', out = '/tmp/chat.png', ...says] = process.argv;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--headless', '--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: Number(width), height: 800 } });
page.on('console', (m) => console.log('console', m.text()));
page.on('pageerror', (e) => console.log('error', e.message));
await page.goto(`http://localhost:5280/rooms/chat?theme=${theme}`);
await page.waitForTimeout(2500);
for (const w of says) {
  await page.fill('#words', w);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(2500);
}
await page.screenshot({ path: out });
await browser.close();
