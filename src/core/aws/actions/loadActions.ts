import type { ActionCatalogue, ServiceActions } from './serviceActions.ts'
import { type PackedService, unpackService } from './unpackService.ts'

type File = Promise<{ readonly default: object }>

/** Each first letter is a file of its own. */
const FILES: Readonly<Record<string, () => File>> = {
  a: () => import('./data/a.json', { with: { type: 'json' } }),
  b: () => import('./data/b.json', { with: { type: 'json' } }),
  c: () => import('./data/c.json', { with: { type: 'json' } }),
  d: () => import('./data/d.json', { with: { type: 'json' } }),
  e: () => import('./data/e.json', { with: { type: 'json' } }),
  f: () => import('./data/f.json', { with: { type: 'json' } }),
  g: () => import('./data/g.json', { with: { type: 'json' } }),
  h: () => import('./data/h.json', { with: { type: 'json' } }),
  i: () => import('./data/i.json', { with: { type: 'json' } }),
  k: () => import('./data/k.json', { with: { type: 'json' } }),
  l: () => import('./data/l.json', { with: { type: 'json' } }),
  m: () => import('./data/m.json', { with: { type: 'json' } }),
  n: () => import('./data/n.json', { with: { type: 'json' } }),
  o: () => import('./data/o.json', { with: { type: 'json' } }),
  p: () => import('./data/p.json', { with: { type: 'json' } }),
  q: () => import('./data/q.json', { with: { type: 'json' } }),
  r: () => import('./data/r.json', { with: { type: 'json' } }),
  s: () => import('./data/s.json', { with: { type: 'json' } }),
  t: () => import('./data/t.json', { with: { type: 'json' } }),
  u: () => import('./data/u.json', { with: { type: 'json' } }),
  v: () => import('./data/v.json', { with: { type: 'json' } }),
  w: () => import('./data/w.json', { with: { type: 'json' } }),
  x: () => import('./data/x.json', { with: { type: 'json' } }),
}

/** Fetches all of it, so that none needs the network later. */
export const fetchAllActions = (): Promise<unknown> =>
  Promise.all([
    import('./data/services.json', { with: { type: 'json' } }),
    ...Object.values(FILES).map((file) => file()),
  ])

/** What IAM knows of the services with these prefixes; prefixes that are none are passed over. Only what is not here yet is fetched. */
export async function loadActions(prefixes: Iterable<string>): Promise<ActionCatalogue> {
  const list = await import('./data/services.json', { with: { type: 'json' } })
  const known: ReadonlyMap<string, string> = new Map(Object.entries(list.default.services))
  const wanted = [...new Set(prefixes)].filter((prefix) => known.has(prefix))
  const services = await Promise.all(
    wanted.map(async (prefix): Promise<readonly [string, ServiceActions]> => {
      const file = await FILES[prefix[0]!]!()
      // the files' own types are wider; a test reads every one of them
      const packed = (file.default as Readonly<Record<string, PackedService>>)[prefix]!
      return [prefix, unpackService(prefix, known.get(prefix)!, packed)]
    }),
  )
  return { prefixes: known, services: new Map(services) }
}
