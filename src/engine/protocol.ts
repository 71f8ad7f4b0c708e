import type { Finding } from '../core/checks/check.ts'
import type { ExportFormat, ExportResult } from '../core/export/types.ts'
import type { ImportResult, SourceFile } from '../core/import/index.ts'
import type { AccessRequest, Design } from '../core/model/design.ts'
import type { Verdict } from '../core/sim/verdict.ts'
import type { DerivedSection } from '../core/topology/derive/derived.ts'

/** What the engine can be asked. Each call names the revision it is about; the client sends the design first when the engine lacks it. */
export interface EngineApi {
  answer(input: { readonly request: AccessRequest }): Verdict
  /** Verdicts without their traces. Reports progress as [done, total]. */
  answerAll(input: {
    readonly requests: readonly { readonly id: string; readonly request: AccessRequest }[]
  }): Readonly<Record<string, Verdict>>
  check(input: Record<string, never>): readonly Finding[]
  derive(input: { readonly id: string }): readonly DerivedSection[]
  /** Names and addresses worth offering in the request bar for this client. */
  suggest(input: { readonly from: string }): readonly Suggestion[]
  export(input: { readonly format: ExportFormat }): ExportResult
  /** Makes a design of what the AWS CLI printed; the design at hand has no part in it. */
  importFiles(input: { readonly files: readonly SourceFile[]; readonly title: string }): ImportResult
}
export interface Suggestion {
  readonly to: string
  readonly label: string
  readonly protocol: AccessRequest['protocol']
  readonly port: number | null
}
export type EngineCall = keyof EngineApi
export type InputOf<N extends EngineCall> = Parameters<EngineApi[N]>[0]
export type OutputOf<N extends EngineCall> = ReturnType<EngineApi[N]>

export type ToEngine =
  | { readonly type: 'design'; readonly revision: number; readonly design: Design }
  | CallMessage
  | { readonly type: 'cancel'; readonly id: number }

export interface CallMessage {
  readonly type: 'call'
  readonly id: number
  readonly revision: number
  readonly name: EngineCall
  readonly input: unknown
}

export type FromEngine =
  | { readonly type: 'ready' }
  /** The call left the queue: from here on, silence or a crash is its doing. */
  | { readonly type: 'started'; readonly id: number }
  | { readonly type: 'result'; readonly id: number; readonly revision: number; readonly value: unknown }
  | { readonly type: 'progress'; readonly id: number; readonly done: number; readonly total: number }
  | { readonly type: 'cancelled'; readonly id: number }
  /** The engine does not hold that revision: send the design and ask again. */
  | { readonly type: 'design-wanted'; readonly id: number; readonly revision: number }
  | { readonly type: 'error'; readonly id: number; readonly message: string }
