import { isExport, openExport } from './exported/openExport.ts'
import type { ParsedFile } from './parseFile.ts'
import type { Source } from './source.ts'

/** What Hopwise exports: the design that it was written of. Scripts without it are read by nobody here, and said by their name. */
export const exportedSource: Source = {
  // among other files a script is one more that says nothing
  fits: (files) => files.every(isScript) || isExport(files),
  read: (files) =>
    files.every(isScript)
      ? {
          ok: false,
          refusal:
            'is a shell script, which Hopwise exports and does not read. Open the design file that it was exported from, or deploy it and import what collect.sh then gathers from AWS',
        }
      : openExport(files),
}

const isScript = ({ text }: ParsedFile): boolean => text.startsWith('#!')
