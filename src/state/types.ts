import type { Finding, Fix } from '../core/checks/check.ts'
import type { ConstructId } from '../core/model/constructs/registry.ts'
import type { AccessRequest, Design } from '../core/model/design.ts'
import type { Edit } from '../core/model/edit.ts'
import type { StepRef, Verdict } from '../core/sim/verdict.ts'
import type { DerivedSection } from '../core/topology/derived.ts'
import type { Origin } from '../core/topology/origin.ts'
import type { Catalogue } from '../core/aws/catalogue.ts'
import type { ExportFormat, ExportResult } from '../core/export/types.ts'
import type { Suggestion } from '../engine/protocol.ts'

/** The document and its history. Every change goes through `apply`. */
export interface DesignState {
  readonly design: Design
  /** Grows with every change of meaning; layout edits leave it. */
  readonly revision: number
  readonly undoLabel: string | null
  readonly redoLabel: string | null
  readonly selection: readonly ConstructId[]
  /** One undo step, named for the person: "Move subnet-a". */
  apply(label: string, edits: readonly Edit[]): void
  undo(): void
  redo(): void
  /** Replaces the document and clears the history. */
  open(design: Design): void
  select(ids: readonly ConstructId[]): void
}

export interface RequestDraft {
  readonly from: string
  readonly to: string
  readonly protocol: AccessRequest['protocol']
  /** As typed. */
  readonly port: string
}

/** The engine's answers. A verdict is shown with `stale` true from the edit until its new answer. */
export interface EngineState {
  readonly status: 'starting' | 'ready' | 'restarted' | 'failed'
  readonly draft: RequestDraft
  setDraft(fields: Partial<RequestDraft>): void
  /** The last question asked, its verdict, and the step in the light. */
  readonly asked: AccessRequest | null
  readonly verdict: Verdict | null
  readonly stale: boolean
  readonly asking: boolean
  readonly cursor: StepRef | null
  /** Asks what the draft says; error text when the draft is not a request. */
  ask(): Promise<string | null>
  askFor(request: AccessRequest): Promise<void>
  clear(): void
  setCursor(cursor: StepRef | null): void
  /** Moves the light along the steps of the current branch. */
  stepBy(delta: 1 | -1): void
  /** Verdicts of the saved requests, by their id. */
  readonly pinned: Readonly<Record<string, Verdict>>
  readonly findings: readonly Finding[]
  applyFix(fix: Fix): void
  derive(id: ConstructId): Promise<readonly DerivedSection[]>
  suggest(from: string): Promise<readonly Suggestion[]>
  exportAs(format: ExportFormat): Promise<ExportResult>
  readonly catalogue: Catalogue | null
}

export interface ViewState {
  readonly theme: 'system' | 'light' | 'dark'
  setTheme(theme: ViewState['theme']): void
  /** The right-hand panel in front. */
  readonly panel: 'inspector' | 'trace' | 'findings' | 'requests'
  showPanel(panel: ViewState['panel']): void
  readonly dialog: 'start' | 'export' | 'help' | 'settings' | null
  openDialog(dialog: ViewState['dialog']): void
  /** Place in a construct that the inspector should bring into view. */
  readonly focus: Origin | null
  /** Selects the construct, opens the inspector there and brings it into view on the canvas. */
  goTo(origin: Origin): void
  readonly saved: 'saved' | 'saving' | 'not-saved'
  readonly savedProblem: string | null
  /** A construct kind armed for tap-to-place; null = none. */
  readonly placing: string | null
  setPlacing(kind: string | null): void
  /** Last thing said to the person (polite live region and toast). */
  readonly message: { readonly text: string; readonly tone: 'info' | 'error'; readonly id: number } | null
  say(text: string, tone?: 'info' | 'error'): void
}
