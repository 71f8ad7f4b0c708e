import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { type RequestOptions, request, type Server } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createPageServer } from './createPageServer.ts'
import { listenNear } from './listenNear.ts'
import { browserCommand } from './openBrowser.ts'
import { PAGE_HEADERS } from './pageHeaders.ts'

let folder: string
let server: Server
let port: number
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serve-'))
  mkdirSync(join(folder, 'web/assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'web/index.html'), '<p>page')
  writeFileSync(join(folder, 'web/assets/a-1.js'), '1')
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'web/link.txt'))
  server = createPageServer(join(folder, 'web'))
  port = (await listenNear(server, '127.0.0.1', 0, 1))!
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true })
})

/** Asks for a path as it stands: `fetch` would tidy it. */
const ask = (path: string, options: RequestOptions = {}) =>
  new Promise<{ status: number; headers: Readonly<Record<string, unknown>>; text: string }>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, ...options }, (response) => {
      let text = ''
      response.on('data', (piece) => {
        text += piece
      })
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, text }))
    })
    asked.on('error', reject)
    asked.end()
  })

test('the page and its files come with their types and with every header', async () => {
  const page = await ask('/?from=mail#top')
  expect([page.status, page.text, page.headers['content-type']]).toEqual([200, '<p>page', 'text/html; charset=utf-8'])
  expect(page.headers['cache-control']).toBe('no-cache')
  const script = await ask('/assets/a-1.js')
  expect([script.text, script.headers['content-type']]).toEqual(['1', 'text/javascript; charset=utf-8'])
  expect(script.headers['cache-control']).toContain('immutable')
  for (const one of [page, script, await ask('/none')])
    for (const [name, value] of Object.entries(PAGE_HEADERS)) expect(one.headers[name.toLowerCase()], name).toBe(value)
})

test('nothing but the files of the page is served', async () => {
  const planted = ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/../../secret.txt', '/link.txt']
  for (const path of [...planted, '/none', '/assets', '/assets/', '//secret.txt', '*'])
    expect(await ask(path), path).toMatchObject({ status: 404, text: 'Not found\n' })
  expect(await ask('/', { method: 'POST' })).toMatchObject({ status: 405, text: '' })
  expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' })
})

test('a file that is gone since is not found', async () => {
  rmSync(join(folder, 'web/assets/a-1.js'))
  expect((await ask('/assets/a-1.js')).status).toBe(404)
})

test('a port that is taken makes room for the next one, or for none', async () => {
  const other = createServer()
  const taken = (await listenNear(other, '127.0.0.1', 0, 1))!
  const second = createPageServer(join(folder, 'web'))
  expect(await listenNear(second, '127.0.0.1', taken, 1)).toBeNull()
  expect(await listenNear(second, '127.0.0.1', taken, 20)).toBeGreaterThan(taken)
  await expect(listenNear(createPageServer(join(folder, 'web')), '203.0.113.9', 0, 3)).rejects.toThrow('203.0.113.9')
  other.close()
  second.close()
})

test('a browser is opened where there is a screen for one', () => {
  const url = 'http://127.0.0.1:4173'
  expect(browserCommand(url, 'darwin', {})).toEqual(['open', url])
  expect(browserCommand(url, 'win32', {})).toEqual(['rundll32', 'url.dll,FileProtocolHandler', url])
  expect(browserCommand(url, 'linux', { DISPLAY: ':0' })).toEqual(['xdg-open', url])
  expect(browserCommand(url, 'linux', {})).toBeNull()
})

test('the hosting notes list the headers that are sent', () => {
  const notes = readFileSync(join(import.meta.dirname, '../../../docs/hosting.md'), 'utf8')
  for (const [name, value] of Object.entries(PAGE_HEADERS)) expect(notes).toContain(`\n${name}: ${value}\n`)
})
