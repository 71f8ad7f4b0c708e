import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Writes files into a folder of their own, calls `use` with it, and removes the folder. */
export function withFiles<T>(
  files: readonly { readonly path: string; readonly text: string }[],
  use: (folder: string) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'hopwise-export-'))
  try {
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text, { mode: 0o755 })
    }
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
