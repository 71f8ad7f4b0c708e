import type { ExportFormat } from '../core/export/index.ts'
import type { GivenFile, ParameterValues } from '../core/import/index.ts'
import { type AccessRequest, constructOfKind } from '../core/model/index.ts'
import type { ReviseChoices } from '../core/revise/index.ts'
import { decide, simulate, suggestDestinations } from '../core/sim/index.ts'
import { deriveSections } from '../core/topology/index.ts'
import { answerAllWith } from './answerAllWith.ts'
import type { Pauses, Question, Subject } from './question.ts'

/**
 * What the engine can be asked, one row a question. The types of its input and answer are those of its function; protocol, client and `follow` read them here.
 * A row holds its `answer`, or `load`s the code of it when the question is first asked. Only what the first verdict needs is in the worker from the start.
 */
export const questions = {
  /** What happens to a request, hop by hop. */
  answer: {
    answer: ({ topology }: Subject, { request }: { readonly request: AccessRequest }) => simulate(topology(), request),
  },
  /** Verdicts without their traces, by the ids of the requests. */
  answerAll: { isLong: true, answer: answerAllWith(decide) },
  /** What the checks object to. */
  check: {
    load: async () => {
      const { checkDesign } = await import('../core/checks/index.ts')
      return ({ design, catalogue, topology }: Subject) => checkDesign({ design, catalogue, topology: topology() })
    },
    stock: async () => (await import('../core/checks/index.ts')).fetchAllActions(),
  },
  /** What would let a blocked request through; each way has been tried. */
  mend: {
    isLong: true,
    load: async () => {
      const { mendRequest } = await import('../core/checks/index.ts')
      return (
        { design, catalogue, topology }: Subject,
        { request }: { readonly request: AccessRequest },
        pauses: Pauses,
      ) =>
        mendRequest({ design, catalogue, topology: topology() }, request, async (done, total) => {
          if (pauses.isDue()) await pauses.pause(done, total)
        })
    },
  },
  /** The least policies and rules of groups by which saved requests pass and fail as they must, proved by trying. */
  propose: {
    isLong: true,
    load: async () => (await import('./policies/proposeFor.ts')).proposeFor,
  },
  /** What the workloads of the client `id` ask for, and what becomes of each. */
  needs: {
    load: async () => {
      const { askNeeds, needsOf } = await import('../core/needs/index.ts')
      return ({ design, catalogue, topology }: Subject, { id }: { readonly id: string }) => {
        const client = constructOfKind(design, id, 'client')
        return client ? askNeeds(topology(), needsOf(design, catalogue, client)) : []
      }
    },
  },
  /** What follows from the design for the construct `id`. */
  derive: {
    answer: ({ design, topology }: Subject, { id }: { readonly id: string }) => deriveSections(design, topology(), id),
  },
  /** Names and addresses worth offering in the request bar for the client `from`. */
  suggest: {
    answer: ({ topology }: Subject, { from }: { readonly from: string }) => suggestDestinations(topology(), from),
  },
  /** Actions, resources, principals and condition keys worth offering for the call of a request. */
  suggestCall: {
    load: async () => (await import('./answerSuggestCall.ts')).answerSuggestCall,
  },
  /** The design as files that deploy it, with what the checks call errors. */
  export: {
    load: async () => {
      const [{ exportDesign }, { checkDesign }] = await Promise.all([
        import('../core/export/index.ts'),
        import('../core/checks/index.ts'),
      ])
      return async ({ design, catalogue, topology }: Subject, { format }: { readonly format: ExportFormat }) => {
        const findings = await checkDesign({ design, catalogue, topology: topology() })
        const answers = design.requests.map(({ id, request }) => {
          const { kind, symptom } = decide(topology(), request)
          return { id, verdict: kind, symptom }
        })
        const result = exportDesign(design, catalogue, format, { findings, answers })
        return { ...result, errors: findings.filter(({ severity }) => severity === 'error') }
      }
    },
  },
  /** What was changed in the design as changes of the template that it came from, with the lines that differ; a sentence where there is none. */
  revise: {
    load: async () => {
      const { diffLines, reviseTemplate } = await import('../core/revise/index.ts')
      return ({ design, catalogue }: Subject, choices: ReviseChoices) => {
        const revision = reviseTemplate(design, catalogue, choices)
        if (typeof revision === 'string') return revision
        const { files, questions, leftOver } = revision
        return {
          files: files.map((file) => ({ ...file, hunks: diffLines(file.before, file.after) })),
          questions,
          leftOver,
        }
      }
    },
  },
  /** A policy’s text: what is wrong with it at which place, else each statement in words. */
  readPolicy: {
    load: async () => {
      const { readPolicyText } = await import('./policies/readPolicyText.ts')
      return (_: Subject, input: Parameters<typeof readPolicyText>[0]) => readPolicyText(input)
    },
  },
  /** What the policies of the construct `id` may name, of this design and of AWS. */
  policyWords: {
    load: async () => (await import('./policies/wordsAt.ts')).wordsAt,
  },
  /** The actions of services by their prefixes, with the condition keys of each service. */
  actionWords: {
    load: async () => {
      const { actionWords } = await import('./policies/actionWords.ts')
      return (_: Subject, input: { readonly prefixes: readonly string[] }) => actionWords(input.prefixes)
    },
  },
  /** What an edit that nobody has made yet would change: saved requests that are answered otherwise, and what the checks object to in one text. */
  tryPolicy: {
    isLong: true,
    load: async () => (await import('./policies/tryPolicy.ts')).tryPolicy,
  },
  /** A design file as it is, or a design made of templates or of what the AWS CLI printed; the design at hand has no part in it. */
  importFiles: {
    isLong: true,
    load: async () => {
      const { importStepwise } = await import('../core/import/index.ts')
      return async (
        { catalogue }: Subject,
        { given, parameters }: { readonly given: readonly GivenFile[]; readonly parameters?: ParameterValues },
        pauses: Pauses,
      ) => {
        const steps = importStepwise(given, { catalogue, ...(parameters ? { parameters } : {}) })
        for (;;) {
          const step = steps.next()
          if (step.done) return step.value
          const { done, total } = step.value
          // what comes once all is parsed takes long and does not pause
          if (pauses.isDue() || done * 2 >= total) await pauses.pause(done, total)
        }
      }
    },
  },
} as const

type Questions = typeof questions
export type QuestionName = keyof Questions
export type InputOf<N extends QuestionName> = Questions[N] extends Question<infer Input, infer _> ? Input : never
export type AnswerOf<N extends QuestionName> = Questions[N] extends Question<infer _, infer Answer> ? Answer : never

/** The table as those see it who answer from it; tests put rows of their own in it. */
export type QuestionTable = { readonly [N in QuestionName]: Question<InputOf<N>, AnswerOf<N>> }
