import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page, type Worker } from '@playwright/test'
import { createPageServer } from '../src/cli/serve/createPageServer.ts'
import { listenNear } from '../src/cli/serve/listenNear.ts'
import { PAGE_HEADERS } from '../src/cli/serve/pageHeaders.ts'
import { appPage } from './pages/appPage.ts'
import { storyTest as test } from './storyTest.ts'

test.use({ plantedErrors: [/Content Security Policy|Content-Security-Policy|Trusted|WebSocket|Failed to fetch/] })

const TYPES: Readonly<Record<string, string>> = { '/page': 'text/html', '/events': 'text/event-stream' }

/** Somebody else's server: lets everyone in, and notes who came. */
async function openStranger() {
  const came: string[] = []
  const server = createServer((request, response) => {
    came.push(request.url!)
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Content-Type', TYPES[request.url!] ?? 'text/javascript')
    response.end(request.url === '/page' ? '<!doctype html>' : '')
  })
  server.on('upgrade', (request, socket) => {
    came.push(request.url!)
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { at: `127.0.0.1:${port}`, came, close: () => new Promise((resolve) => server.close(resolve)) }
}

/** Tries every way out that a page and a worker have, and gives those that were open. Planted: it runs in the page or in its worker. */
async function tryWaysOut({ at, own }: { at: string; own: string }): Promise<readonly string[]> {
  const opened: string[] = []
  const attempt = async (way: string, act: () => unknown) => {
    try {
      if ((await act()) !== false) opened.push(way)
    } catch {
      // shut
    }
  }
  const source = (text: string) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))
  // what the test's driver calls may do more than the page may: only what a timer calls is the page's own doing
  await new Promise((resolve) => setTimeout(resolve))
  await attempt('fetch', () => fetch(`http://${at}/fetch`, { mode: 'no-cors' }))
  await attempt('fetch from its own host', () => fetch(own))
  await attempt('XMLHttpRequest', () => {
    const request = new XMLHttpRequest()
    request.open('GET', `http://${at}/xhr`, false)
    request.send()
  })
  await attempt(
    'WebSocket',
    () =>
      new Promise<boolean>((resolve) => {
        const socket = new WebSocket(`ws://${at}/socket`)
        // the stranger hangs up; whether it was reached it says itself
        socket.onopen = () => resolve(true)
        socket.onerror = () => resolve(false)
      }),
  )
  await attempt(
    'EventSource',
    () =>
      new Promise<boolean>((resolve) => {
        const events = new EventSource(`http://${at}/events`)
        events.onerror = () => {
          events.close()
          resolve(false)
        }
      }),
  )
  await attempt('import', () => import(`http://${at}/import.js`))
  await attempt('import of a blob', () => import(source('export {}')))
  await attempt('import of a text', () => import(`data:text/javascript,${'export {}'}`))
  // biome-ignore lint/security/noGlobalEval: this is what is tried
  await attempt('eval', () => globalThis.eval('1'))
  await attempt('Function', () => new Function('return 1')())
  await attempt(
    'a timer of text',
    () =>
      new Promise<boolean>((resolve) => {
        setTimeout('globalThis.timerRan = true' as never)
        setTimeout(() => resolve('timerRan' in globalThis), 50)
      }),
  )
  return opened
}

/** As `tryWaysOut`, for what only a page has. */
async function tryWaysOutOfPage(at: string): Promise<readonly string[]> {
  const opened: string[] = []
  await new Promise((resolve) => setTimeout(resolve))
  const whetherLoads = (element: HTMLElement, address: (element: never) => void) =>
    new Promise<boolean>((resolve) => {
      element.onload = () => resolve(true)
      element.onerror = () => resolve(false)
      try {
        address(element as never)
      } catch {
        resolve(false)
      }
      document.body.append(element)
    })
  const elements: Readonly<Record<string, () => Promise<boolean>>> = {
    picture: () =>
      whetherLoads(document.createElement('img'), (one: HTMLImageElement) => {
        one.src = `http://${at}/picture`
      }),
    script: () =>
      whetherLoads(document.createElement('script'), (one: HTMLScriptElement) => {
        one.src = `http://${at}/script.js`
      }),
    'inline script': () =>
      new Promise<boolean>((resolve) => {
        const one = document.createElement('script')
        one.text = 'document.title = "ran"'
        document.body.append(one)
        resolve(document.title === 'ran')
      }),
    style: () =>
      whetherLoads(document.createElement('link'), (one: HTMLLinkElement) => {
        one.rel = 'stylesheet'
        one.href = `http://${at}/style.css`
      }),
  }
  for (const [way, load] of Object.entries(elements)) if (await load().catch(() => false)) opened.push(way)
  navigator.sendBeacon(`http://${at}/beacon`)
  try {
    document.createElement('div').innerHTML = '<b>text</b>'
    opened.push('innerHTML')
  } catch {
    // shut
  }
  try {
    new Worker(`http://${location.host}/assets/none.js`)
    opened.push('a worker that is fetched')
  } catch {
    // shut
  }
  return opened
}

const addressesOf = (page: Page, at: string) => ({ at, own: new URL('/icon.svg', page.url()).href })

async function engineOf(page: Page): Promise<Worker> {
  await expect.poll(() => page.workers().length).toBe(1)
  return page.workers()[0]!
}

for (const [host, headers] of [
  ['a host that sends no headers', {}],
  ['“hopwise serve”', PAGE_HEADERS],
] as const)
  test(`no way leads out of the page or out of its engine, and no text becomes code: on ${host}`, async ({ page }) => {
    const server = createPageServer('dist/web', headers)
    const port = await listenNear(server, '127.0.0.1', 0, 1)
    const stranger = await openStranger()
    try {
      await page.goto(`http://127.0.0.1:${port}/`)
      const app = appPage(page)
      await app.start.openTemplate('Kinesis and private DNS')
      await app.isSettled()
      const engine = await engineOf(page)
      const addresses = addressesOf(page, stranger.at)
      expect(await engine.evaluate(tryWaysOut, addresses), 'open in the engine').toEqual([])
      expect(await page.evaluate(tryWaysOut, addresses), 'open in the page').toEqual([])
      expect(await page.evaluate(tryWaysOutOfPage, stranger.at), 'open in the page').toEqual([])
      expect(stranger.came).toEqual([])
    } finally {
      await stranger.close()
      server.closeAllConnections()
      server.close()
    }
  })

test('the same ways are open on a page without a policy: the test above can fail', async ({ context }) => {
  const here = await openStranger()
  const there = await openStranger()
  try {
    const page = await context.newPage()
    await page.goto(`http://${here.at}/page`)
    await page.evaluate(() => void new Worker(URL.createObjectURL(new Blob(['0']))))
    const ways = [
      'fetch',
      'fetch from its own host',
      'XMLHttpRequest',
      'import',
      'import of a text',
      'eval',
      'Function',
    ]
    const worker = await engineOf(page)
    const addresses = addressesOf(page, there.at)
    for (const open of [() => page.evaluate(tryWaysOut, addresses), () => worker.evaluate(tryWaysOut, addresses)]) {
      there.came.length = 0
      expect(await open()).toEqual(expect.arrayContaining(ways))
      expect(there.came).toEqual(expect.arrayContaining(['/fetch', '/xhr', '/socket', '/events', '/import.js']))
    }
    expect(await page.evaluate(tryWaysOutOfPage, there.at)).toEqual(
      expect.arrayContaining(['script', 'inline script', 'innerHTML', 'a worker that is fetched']),
    )
    expect(there.came).toEqual(expect.arrayContaining(['/picture', '/script.js', '/style.css', '/beacon']))
  } finally {
    await here.close()
    await there.close()
  }
})

test('the link that names React Flow says nothing of where it stands', async ({ app }) => {
  await app.start.chooseBlank()
  const link = app.page.getByRole('link', { name: 'React Flow attribution' })
  await expect(link).toHaveAttribute('href', 'https://reactflow.dev')
})

test('the server sends the policy with every file, and lets nobody frame the page', async ({ request }) => {
  for (const path of ['/', '/icon.svg', '/design.schema.json']) {
    const headers = (await request.get(path)).headers()
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
  }
})
