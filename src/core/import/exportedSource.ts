import type { ParsedFile } from './parseFile.ts'
import type { Source } from './source.ts'

/** What deploys a network, and is read by nobody here: said by its name, and what can be opened in its place. */
export const exportedSource: Source = {
  // among other files a script is one more that says nothing
  fits: (files) => files.every(isScript),
  read: () => ({
    ok: false,
    refusal:
      'is a shell script, which Hopwise exports and does not read. Open the design file that it was exported from, or deploy it and import what collect.sh then gathers from AWS',
  }),
}

const isScript = ({ text }: ParsedFile): boolean => text.startsWith('#!')
