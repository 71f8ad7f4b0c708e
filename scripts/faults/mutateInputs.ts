import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exampleFolder } from '../../src/core/import/describe/testing/exampleFolder.ts'
import { importFiles } from '../../src/core/import/index.ts'
import { parseDesign, serialiseDesign } from '../../src/core/model/index.ts'
import { describeRefusal } from '../../src/state/files.ts'
import { createRandom } from '../bench/createRandom.ts'
import { mutateText } from './mutateText.ts'

export interface InputFigures {
  readonly mutants: number
  readonly designs: number
  readonly refusals: number
  readonly problems: readonly string[]
}

interface GivenText {
  readonly path: string
  readonly text: string
}

const TEMPLATES = 'src/core/templates'
const MOST_PROBLEMS = 20

/** What is given to the page: design files, and folders of what the AWS CLI printed. */
const inputs = (): readonly (readonly GivenText[])[] => [
  ...readdirSync(TEMPLATES)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [{ path: name, text: readFileSync(join(TEMPLATES, name), 'utf8') }]),
  exampleFolder().map(({ path, text }) => ({ path: `folder/${path}`, text })),
]

/** Wounds inputs many times. Each must become a design that can be written and read again, or a sentence; an error that is thrown is neither. */
export async function mutateInputs(count: number, seed: number): Promise<InputFigures> {
  const random = createRandom(seed)
  const seeds = inputs()
  const problems: string[] = []
  let [designs, refusals] = [0, 0]
  for (let mutant = 0; mutant < count && problems.length < MOST_PROBLEMS; mutant++) {
    // every other one is a folder of AWS's: what it becomes hangs on more
    const given = mutant % 2 === 0 ? seeds.at(-1)! : seeds[(mutant >> 1) % (seeds.length - 1)]!
    const hit = Math.floor(random() * given.length)
    const wounded = given.map((file, index) =>
      index === hit ? { ...file, text: mutateText(file.text, random) } : file,
    )
    try {
      const outcome = await openInput(wounded)
      if (outcome === 'design') designs++
      else if (outcome === 'sentence') refusals++
      else problems.push(`${mutant} (${given[hit]!.path}): ${outcome}`)
    } catch (error) {
      problems.push(`${mutant} (${given[hit]!.path}) throws ${(error as Error).stack?.slice(0, 600)}`)
    }
  }
  return { mutants: designs + refusals + problems.length, designs, refusals, problems }
}

/** `design` or `sentence`; anything else says what is wrong. */
async function openInput(files: readonly GivenText[]): Promise<string> {
  const given = files.map(({ path, text }) => ({ path, bytes: new TextEncoder().encode(text) }))
  const imported = await importFiles(given)
  if (!imported.ok) {
    const sentence = describeRefusal('given', imported.refusal)
    return /^“given” .*[.!?]$/su.test(sentence) ? 'sentence' : `the refusal is no sentence: ${sentence}`
  }
  const again = parseDesign(serialiseDesign(imported.design))
  return again.ok ? 'design' : `what was written cannot be read: ${JSON.stringify(again.problems[0])}`
}
