// Photographs something in Temporal's Web UI: node photograph.mjs CHROMIUM WHAT URL FILE
//   timeline  a workflow's page, with its timeline first things first
//   details   a workflow's current details
//   update    the dialog that sends a workflow an update, with the updates that it takes
//   list      a list of workflows
import { chromium } from 'playwright-core';

const [executablePath, what, url, path] = process.argv.slice(2);

// As high as each is with the demo's sagas.
const pictures = {
  timeline: { height: 985, take: timeline },
  details: { height: 760, take: details },
  update: { height: 800, take: update },
  list: { height: 480, take: list },
};

const width = 1350; // So wide that an id stays on one line.

async function timeline(page) {
  await page.getByRole('button', { name: 'Descending' }).click();
  await page.mouse.move(0, 0);
  await page.waitForTimeout(3000); // The timeline is drawn in steps, and has no sign for when it is done.
  return page;
}

async function details(page) {
  await page.getByRole('tab', { name: 'User Metadata' }).click();
  await page.frameLocator('iframe').last().getByText('still to undo').waitFor();
  await page.mouse.move(0, 0);
  return page;
}

async function update(page) {
  await page.getByRole('button', { name: 'More Actions' }).click();
  await page.getByRole('menuitem', { name: 'Send an Update' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Select an Update' }).click();
  await dialog.getByRole('option', { name: /^retry/ }).scrollIntoViewIfNeeded();
  await page.waitForTimeout(1000); // The list opens slowly.
  return dialog;
}

async function list(page) {
  await page.getByRole('link', { name: /^HoldOrder/ }).waitFor();
  await page.mouse.move(0, 0);
  return page;
}

const browser = await chromium.launch({
  executablePath,
  args: [
    '--no-sandbox', // Chromium refuses to run as root otherwise, as in a container.
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
try {
  const { height, take } = pictures[what];
  const page = await browser.newPage({ viewport: { width, height } });
  await page.goto(url);
  await page.getByRole('button').first().click(); // The menu on the left gives room, slowly.
  await page.waitForTimeout(1000);
  const picture = await take(page);
  await picture.screenshot({ path });
} finally {
  await browser.close();
}
