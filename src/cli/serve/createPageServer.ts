import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { extname, join, relative, sep } from 'node:path'
import { PAGE_HEADERS } from './pageHeaders.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Serves the built page: the files that are in `root` now, and nothing else of the disk. */
export function createPageServer(root: string, headers: Readonly<Record<string, string>> = PAGE_HEADERS): Server {
  const files = listFiles(root)
  return createServer(async (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405).end()
    const path = pathOf(request.url ?? '/')
    const file = files.get(path)
    const bytes = file && (await readFile(file).catch(() => null))
    if (!bytes) return void response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n')
    response.writeHead(200, {
      'Content-Type': TYPES[extname(path)] ?? 'text/plain; charset=utf-8',
      'Content-Length': bytes.length,
      // the names of assets change with their content
      'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
    response.end(request.method === 'HEAD' ? undefined : bytes)
  })
}

/** Files by the path that asks for them. */
function listFiles(root: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [`/${relative(root, file).split(sep).join('/')}`, file]),
  )
}

function pathOf(url: string): string {
  const path = url.split(/[?#]/, 1)[0]!
  return path === '/' ? '/index.html' : path
}
