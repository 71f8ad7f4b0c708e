import { expect } from '@playwright/test'
import { crowdedDesign } from './designs/crowdedDesign.ts'
import type { AppPage } from './pages/appPage.ts'
import { readDownload } from './pages/readDownload.ts'
import { storyTest as test } from './storyTest.ts'

/** Draws a VPC with a name of its own, the work that must not be lost. */
async function drawSomething({ start, palette, page, inspector }: AppPage) {
  await start.chooseBlank()
  await palette.item('VPC').focus()
  await page.keyboard.press('Enter')
  await inspector.field('Name').fill('Precious')
  await page.keyboard.press('Enter')
}

test('the work is still there after a reload', async ({ app }) => {
  const { bar, canvas, page } = app
  await drawSomething(app)
  const before = await bar.saveFile()
  await app.isKept()
  await page.reload()
  await expect(canvas.node('vpc-1')).toContainText('Precious')
  await expect(app.start.dialog).toHaveCount(0)
  expect(await bar.saveFile()).toBe(before)
  await bar.undo.click()
  await expect(canvas.node('vpc-1')).not.toContainText('Precious')
  await bar.redo.click()
  expect(await bar.saveFile()).toBe(before)
})

test('a reload in the very moment of an edit loses nothing that was called saved', async ({ app }) => {
  const { bar, page } = app
  await drawSomething(app)
  await bar.title.fill('Renamed in a hurry')
  await bar.title.press('Enter')
  await app.isKept()
  await page.reload()
  await expect(bar.title).toHaveValue('Renamed in a hurry')
})

test('what stands in a field and was not confirmed is still there after a reload', async ({ app }) => {
  const { bar, canvas, inspector, page } = app
  await drawSomething(app)
  await inspector.field('Name').fill('Typed only')
  await page.reload()
  await expect(canvas.node('vpc-1')).toContainText('Typed only')
  await bar.undo.click()
  await expect(canvas.node('vpc-1')).toContainText('Precious')
})

test('what stands in a field and does not fit stands there again after a reload, with what is wrong', async ({
  app,
}) => {
  const { bar, inspector, page } = app
  await drawSomething(app)
  const blocks = inspector.list('IPv4 blocks').getByRole('textbox').first()
  await blocks.fill('10.0.0.0/99')
  await app.isKept()
  await page.reload()
  await expect(blocks).toHaveValue('10.0.0.0/99')
  await expect(inspector.panel.getByText(/is not a prefix length/)).toBeVisible()
  expect(await bar.saveFile()).not.toContain('10.0.0.0/99')
})

test('fifty edits in a rush and a reload: none is lost', async ({ app }) => {
  const { bar, page } = app
  await drawSomething(app)
  for (let index = 1; index <= 50; index++) {
    await bar.title.fill(`Rush ${index}`)
    await bar.title.press('Enter')
  }
  await page.reload()
  await expect(bar.title).toHaveValue('Rush 50')
  await bar.undo.click()
  await expect(bar.title).toHaveValue('Rush 49')
})

test('the page opens where the browser’s lock manager never answers, and keeps the work', async ({ app }) => {
  const { bar, page } = app
  await page.addInitScript(() => {
    navigator.locks.request = () => new Promise(() => {})
  })
  await page.reload()
  await drawSomething(app)
  await bar.title.fill('Without locks')
  await bar.title.press('Enter')
  await app.isKept()
  await page.reload()
  await expect(bar.title).toHaveValue('Without locks')
})

test('earlier work is removed by the person alone, who may download it first', async ({ app }) => {
  const { bar, start, page } = app
  await drawSomething(app)
  await bar.title.fill('Mine')
  await bar.title.press('Enter')
  await start.openTemplate('Kinesis and private DNS')
  await start.show()
  await start.removeCopy('Mine').click()
  await start.removal('Keep').click()
  await expect(start.keptCopy('Mine')).toHaveCount(1)
  await start.removeCopy('Mine').click()
  const download = page.waitForEvent('download')
  await start.removal('Download, then remove').click()
  expect((await readDownload(await download)).toString('utf8')).toContain('Precious')
  await expect(app.said(/“Mine” was removed from this browser/)).toHaveCount(1)
  await expect(start.keptCopy('Mine')).toHaveCount(0)
})

test('a design is kept in a file of the person’s, also after a reload', async ({ app }) => {
  const { bar, start, page } = app
  // the browser's own dialog cannot be driven: the file is one of the page's private ones, which are written in the same way
  await page.addInitScript(() => {
    Object.assign(window, {
      showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) =>
        (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true }),
    })
  })
  await page.reload()
  await drawSomething(app)
  const inFile = () =>
    page.evaluate(async () => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle('untitled-design.hopwise.json')
      return (await handle.getFile()).text()
    })
  const title = async (text: string) => {
    await bar.title.fill(text)
    await bar.title.press('Enter')
  }
  await start.show()
  await start.dialog.getByRole('button', { name: 'Keep this design in a file…' }).click()
  await expect(start.dialog.getByText('It is kept in untitled-design.hopwise.json')).toBeVisible()
  await start.close()
  await title('In the file')
  await expect.poll(inFile).toContain('"title": "In the file"')
  expect(await inFile()).toBe(await bar.saveFile())
  await page.reload()
  await expect(page.locator('header [data-tip*="and in untitled-design"]')).toBeVisible({ timeout: 20_000 })
  await title('Still in the file')
  await expect.poll(inFile).toContain('"title": "Still in the file"')
})

test('a saved file opens again, and the work before it is kept as a copy', async ({ app }) => {
  const { bar, start, canvas } = app
  await drawSomething(app)
  await bar.title.fill('Mine')
  await bar.title.press('Enter')
  const text = await bar.saveFile()
  await start.openTemplate('Kinesis and private DNS')
  await expect(bar.title).toHaveValue('Kinesis and private DNS')
  await start.show()
  await expect(start.keptCopy('Mine')).toHaveCount(1)
  await start.close()
  await start.openFile({ name: 'mine.hopwise.json', text })
  await expect(canvas.node('vpc-1')).toContainText('Precious')
  expect(await bar.saveFile()).toBe(text)
})

test('a file that is dropped on the page opens', async ({ app }) => {
  const { bar, page } = app
  await drawSomething(app)
  await bar.title.fill('Dropped')
  await bar.title.press('Enter')
  const text = await bar.saveFile()
  await app.start.chooseBlank()
  const dropped = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([content], 'dropped.json', { type: 'application/json' }))
    return transfer
  }, text)
  await app.canvas.root.dispatchEvent('dragover', { dataTransfer: dropped })
  await expect(page.getByText('Drop a design file to open it, or templates')).toBeVisible()
  await app.canvas.root.dispatchEvent('drop', { dataTransfer: dropped })
  await expect(bar.title).toHaveValue('Dropped')
})

const head = '{ "format": "hopwise-design", "version": 1, "title": "x", "constructs": ['
const account = '{ "kind": "account", "id": "account-1", "name": "A", "accountId": "111122223333" }'
const BAD_FILES: readonly { readonly name: string; readonly text: () => string; readonly says: RegExp }[] = [
  { name: 'broken.json', text: () => `${head}\n  { "kind": `, says: /not JSON: line 2, column \d+/ },
  { name: 'empty.json', text: () => '', says: /empty/ },
  { name: 'other.json', text: () => '{"format": "other"}', says: /not a Hopwise design/ },
  {
    name: 'template.json',
    text: () => '{"Resources": {}}',
    says: /is a CloudFormation template without a network/,
  },
  {
    name: 'newer.json',
    text: () => '{ "format": "hopwise-design", "version": 99, "constructs": [] }',
    says: /newer Hopwise \(version 99/,
  },
  {
    name: 'unknown-key.json',
    text: () => `${head} ${account.replace('"name"', '"colour": "red", "name"')} ] }`,
    says: /constructs\[0\] has the unknown key “colour”/,
  },
  {
    name: 'twice.json',
    text: () => `${head} ${account}, ${account} ] }`,
    says: /constructs\[1\].*“account-1” is the id of constructs\[0\] already/,
  },
  { name: 'too-many.json', text: () => crowdedDesign(100_001), says: /has 100[, ]001 constructs/ },
]
for (const { name, text, says } of BAD_FILES)
  test(`a file that cannot be opened says why and leaves the work alone: ${name}`, async ({ app }) => {
    const { bar, start } = app
    await drawSomething(app)
    const before = await bar.saveFile()
    await start.giveFile({ name, text: text() })
    await expect(app.said(says)).toHaveCount(1, { timeout: 15_000 })
    await start.close()
    expect(await bar.saveFile()).toBe(before)
    await expect(app.canvas.node('vpc-1')).toContainText('Precious')
  })

test('a design of 100,000 constructs opens and can be used', async ({ app }) => {
  test.setTimeout(300_000)
  const { bar, start, status } = app
  await start.giveFile({ name: 'crowd.json', text: crowdedDesign(100_000) })
  await expect(bar.title).toHaveValue('A crowd of 100000', { timeout: 150_000 })
  await expect(status).toContainText('100000 constructs', { timeout: 30_000 })
  await bar.title.fill('Still alive', { timeout: 30_000 })
  await bar.title.press('Enter', { timeout: 30_000 })
  await expect(bar.undo).toBeEnabled({ timeout: 30_000 })
})

test('names with markup and control characters are shown as they are, and run nothing', async ({ app }) => {
  const { canvas, inspector, page, bar, start } = app
  await drawSomething(app)
  const markup = '<img src=x onerror="window.pwned=1"> & ]]>'
  await inspector.field('Name').fill(markup)
  await page.keyboard.press('Enter')
  await expect(canvas.node('vpc-1')).toContainText('<img src=x')
  const text = await bar.saveFile()
  expect(JSON.parse(text).constructs.find((one: { id: string }) => one.id === 'vpc-1').name).toBe(markup)
  await start.giveFile({ name: 'control.json', text: text.replaceAll('&', '\\u0000\\u202e') })
  await expect(app.said(/control characters?|name/i)).toHaveCount(1)
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
})

test('dangling references and containers in a circle are findings, and the page goes on', async ({ app }) => {
  const { bar, findings, start, request } = app
  await start.openFile({ name: 'dangling.json', text: danglingDesign() })
  await findings.open()
  await expect(findings.notes.first()).toBeVisible()
  await expect(findings.panel.getByText(/no-such-zone|nowhere/).first()).toBeVisible()
  await request.ask('Lost', '10.0.0.10')
  await expect(request.headline).toHaveText(/.+/)
  await bar.title.fill('Still alive')
  await bar.title.press('Enter')
  await expect(bar.undo).toBeEnabled()
})

test.describe('when the engine fails', () => {
  test.use({ plantedErrors: [/planted failure/] })

  test('a worker that dies is replaced, the page says so and answers again', async ({ app }) => {
    const { page, request, status } = app
    await app.start.openTemplate('Kinesis and private DNS')
    await app.isSettled()
    await page.workers()[0]!.evaluate(() => {
      setTimeout(() => {
        throw new Error('planted failure')
      })
    })
    await expect(app.said(/engine stopped and was started again/)).toHaveCount(1)
    await expect(status).toContainText(/Engine (ready|restarted)/)
    await request.ask('Instance 1', 'kinesis.us-east-1.amazonaws.com')
    await expect(request.headline).toHaveText(/^Succeeds over the internet/)
    await expect(status).toContainText('Engine ready')
  })

  test('a worker that hangs is replaced, and the question is answered by the next one', async ({ app }) => {
    const { page, request } = app
    await page.clock.install()
    await page.reload()
    await app.start.openTemplate('Kinesis and private DNS')
    await app.isSettled()
    void page
      .workers()[0]!
      .evaluate(() => {
        for (;;);
      })
      .catch(() => undefined)
    await request.ask('Instance 1', 'kinesis.us-east-1.amazonaws.com')
    await page.clock.runFor(6_000) // long enough for the engine, and too short for what is said to go
    await expect(app.said(/engine stopped and was started again/)).toHaveCount(1)
    await expect(request.headline).toHaveText(/^Succeeds over the internet/)
  })
})

function danglingDesign(): string {
  return JSON.stringify({
    format: 'hopwise-design',
    version: 1,
    title: 'Dangling',
    constructs: [
      { kind: 'region', id: 'region-1', name: 'us-east-1', code: 'us-east-1' },
      { kind: 'vpc', id: 'vpc-1', name: 'V', region: 'region-1', account: 'nowhere', cidrs: ['10.0.0.0/16'] },
      { kind: 'subnet', id: 'subnet-1', name: 'S', zone: 'no-such-zone', cidr: '10.0.0.0/24' },
      // Its VPC is a subnet, and the subnet's zone is this one: a circle.
      { kind: 'availability-zone', id: 'zone-1', name: 'Z', vpc: 'subnet-2', zoneName: 'us-east-1a' },
      { kind: 'subnet', id: 'subnet-2', name: 'S2', zone: 'zone-1', cidr: '10.0.1.0/24' },
      { kind: 'client', id: 'client-1', name: 'Lost', runtime: 'ec2', interfaces: [{ subnet: 'subnet-1' }] },
    ],
  })
}
