import type { StoreApi } from 'zustand/vanilla'
import type { Finding, Fix } from '../core/checks/index.ts'
import type { AskedParameter, GivenFile, ImportReport, ParameterValues } from '../core/import/index.ts'
import type { AccessRequest, ApiCall, ConstructId, Design, Edit, Expectation } from '../core/model/index.ts'
import type { Observation, StepRef, Verdict } from '../core/sim/index.ts'
import type { Origin } from '../core/topology/index.ts'
import type { AnswerOf, CallOptions, EngineStatus, InputOf, QuestionName } from '../engine/index.ts'
import type { Timeline } from './history.ts'
import type { Standing } from './standing.ts'

/** Small texts that are there at once and outlast the page; where storage is blocked nothing is remembered. */
export interface SmallTexts {
  keys(): readonly string[]
  read(key: string): string | null
  /** null = forgets it. */
  write(key: string, value: string | null): void
}

/** What a tab remembers of itself over a reload. */
export interface TabMemory {
  workspace(): string | null
  remember(workspace: string): void
}

/** What stands in a field and is not part of the design yet. */
export interface Draft {
  /** What the field is called. */
  readonly field: string
  readonly text: string
  /** What the design says there. */
  readonly base: string
  /** What was selected. */
  readonly selection: readonly ConstructId[]
  /** It waits until the person takes it over or gives it up, also while its field is gone. */
  readonly waits?: true
}

/** Texts that stand in fields and are not part of the design yet: kept as they are typed. */
export interface Drafts {
  /** Says what stands in a field, and how it is taken over; null ends it. */
  hold(field: string, typed: Pick<Draft, 'text' | 'base'> | null, finish?: () => void): void
  /** What stood in the field when the page went; null where nothing did, where the design says something else by now, or where it stands there again. */
  waiting(field: string, base: string): string | null
  /** Puts a text by that waits for the person, whatever is selected meanwhile; null gives it up. */
  putBy(field: string, typed: Pick<Draft, 'text' | 'base'> | null): void
  /** The text that was put by; null where none was. */
  putByIn(field: string): Pick<Draft, 'text' | 'base'> | null
  /** Takes over what stands in fields, as far as it fits: the page may be about to go. */
  settle(): void
}

export interface ApplyOptions {
  /**
   * Consecutive steps with the same key become one undo step: the letters typed into one field during one focus.
   * The caller makes the key (field and focus, such as `subnet-1.cidr#7`); a new focus takes a new key.
   */
  readonly mergeKey?: string
}

/** The document and its history. Every change goes through `apply`. */
export interface DesignState {
  readonly design: Design
  /** Grows with every change of meaning; layout edits leave it. */
  readonly revision: number
  /** Grows with every document opened: the moment to fit the view. */
  readonly opened: number
  readonly undoLabel: string | null
  readonly redoLabel: string | null
  readonly selection: readonly ConstructId[]
  /** One undo step, named for the person: "Move subnet-a". False, and the person is told why, when an edit does not fit. */
  apply(label: string, edits: readonly Edit[], options?: ApplyOptions): boolean
  undo(): void
  redo(): void
  /** Replaces the document, and the history by that of the new one: none unless it is given. */
  open(design: Design, history?: Timeline): void
  timeline(): Timeline
  select(ids: readonly ConstructId[]): void
}

export interface RequestDraft {
  readonly from: string
  readonly to: string
  readonly protocol: AccessRequest['protocol']
  /** As typed. */
  readonly port: string
  /** Bytes of the largest packet, as typed; empty = small enough for every link. */
  readonly packetSize: string
  /** The call of AWS’s API that it carries, as typed: its action may be empty yet. */
  readonly api?: ApiCall | undefined
}

/** The engine's answers. Each is shown with `stale` true from the edit until the new one. */
export interface EngineState {
  readonly status: EngineStatus
  readonly draft: RequestDraft
  setDraft(fields: Partial<RequestDraft>): void
  /** The last question asked, its verdict, and the step in the light. */
  readonly asked: AccessRequest | null
  readonly verdict: Standing<Verdict | null>
  readonly cursor: StepRef | null
  /** Asks what the draft says; error text when the draft is not a request, or why it has no answer. */
  ask(): Promise<string | null>
  /** Why the request has no answer, or null. */
  askFor(request: AccessRequest): Promise<string | null>
  clear(): void
  setCursor(cursor: StepRef | null): void
  /** Moves the light along the steps of the current branch. */
  stepBy(delta: 1 | -1): void
  /** Verdicts of the saved requests, without traces, by their id. */
  readonly pinned: Standing<Readonly<Record<string, Verdict>>>
  readonly findings: Standing<readonly Finding[]>
  applyFix(fix: Fix): void
  /** Tells how any other question stands, now and with every change of the design; returns the way to stop that. */
  follow<N extends QuestionName>(
    name: N,
    input: InputOf<N>,
    tell: (standing: Standing<AnswerOf<N> | null>) => void,
  ): () => void
  /** One answer about the design as it is then: an edit in between makes it be asked again. Rejects with an `EngineError`. */
  askOnce<N extends QuestionName>(name: N, input: InputOf<N>, options?: CallOptions): Promise<AnswerOf<N>>
}

/** How far an import has come. */
export interface ImportRun {
  readonly name: string
  readonly step: 'reading' | 'working'
  /** Of `total`, which is 0 where nobody knows. */
  readonly done: number
  readonly total: number
  /** It takes long enough to be looked at. */
  readonly isShown: boolean
  cancel(): void
}

/** What an import was made of, with the values that were given to it since. */
export interface ImportSource {
  readonly name: string
  readonly given: readonly GivenFile[]
  /** As they were before any value was given on the page. */
  readonly parameters: readonly AskedParameter[]
  /** By file and name: `network.yaml:Block`. */
  readonly values: ParameterValues
  /** Why there is no design of it, in a sentence; null = there is one. */
  readonly refusal: string | null
}

export type Tone = 'info' | 'error'

/** Something that can be done about what was said, as a button beside it. */
export interface MessageAction {
  readonly label: string
  readonly run: () => void
}

export interface ViewState {
  readonly theme: 'system' | 'light' | 'dark'
  setTheme(theme: ViewState['theme']): void
  /** The right-hand panel in front. */
  readonly panel: 'inspector' | 'trace' | 'findings' | 'requests'
  showPanel(panel: ViewState['panel']): void
  readonly dialog: 'start' | 'export' | 'help' | 'settings' | 'import' | 'observed' | 'propose' | null
  openDialog(dialog: ViewState['dialog']): void
  /** The import that is under way. */
  readonly importRun: ImportRun | null
  /** What was imported last, where it has parameters: kept in this session alone. */
  readonly importSource: ImportSource | null
  /** What became of the files that were imported last; the dialog `import` shows it. */
  readonly importReport: ImportReport | null
  showImportReport(report: ImportReport): void
  /** What verify.sh saw of saved requests, by their id; null = nobody said, or the design has changed since. */
  readonly observed: Readonly<Record<string, Observation>> | null
  /** The design has changed since. */
  readonly isObservedOld: boolean
  forgetObserved(): void
  /** Place in a construct that the inspector should bring into view; a new object with each `goTo`. */
  readonly focus: Origin | null
  /** Selects the construct, opens the inspector there and brings it into view on the canvas. An open dialog makes way for it. */
  goTo(origin: Origin): void
  readonly saved: 'saved' | 'saving' | 'not-saved'
  /** The file of the person's that the design is kept in besides; null = none. */
  readonly keptIn: string | null
  /** Why the browser does not keep the work, in a sentence. */
  readonly savedProblem: string | null
  /** What is armed for tap-to-place (an `Addable`); null = nothing. */
  readonly placing: string | null
  setPlacing(kind: string | null): void
  /** Last thing said to the person (polite live region and toast). */
  readonly message: {
    readonly text: string
    readonly tone: Tone
    readonly id: number
    readonly action?: MessageAction | undefined
  } | null
  say(text: string, tone?: Tone, action?: MessageAction): void
}

/** Earlier work that the browser keeps: another design, a snapshot of this or another one, or a text that could not be read. */
export interface SavedCopy {
  readonly kind: 'version' | 'workspace' | 'damaged'
  readonly id: string
  readonly title: string
  /** Milliseconds since 1970. */
  readonly savedAt: number
  /** Why it was kept: `while working`. */
  readonly note: string
}

/** What a person does with whole documents. Sentences about failures are said through `view.say`. */
export interface DocumentActions {
  newDesign(): Promise<void>
  /**
   * Opens a design file, or makes a design of what the AWS CLI printed and shows what is not in it; shows what verify.sh saw. False, and the work at hand kept, when it is
   * neither; the person is told why.
   */
  openFiles(chosen: readonly ChosenFile[]): Promise<boolean>
  /** The same of a text: a design, a template, JSON of Terraform’s, or what the AWS CLI or verify.sh printed. */
  openPasted(text: string): Promise<boolean>
  /** Imports what was imported last with other values of its parameters, in place of the work at hand, which is kept. */
  importAgain(values: ParameterValues): Promise<boolean>
  openText(text: string, source: string): Promise<boolean>
  openTemplate(id: string): Promise<boolean>
  /** Opens the template and asks its request: a first answer at one click. */
  openTemplateAndAsk(id: string): Promise<boolean>
  /** Downloads the design as a file. */
  saveFile(): void
  /** Keeps the design in a file that the person chooses, from now on; false where none was chosen. Only where `canKeepInFile`. */
  keepInFile(): Promise<boolean>
  /** Goes on with the file that the work was kept in before the page was loaded again. */
  resumeFile(): Promise<void>
  /** Newest first. */
  listSaved(): Promise<readonly SavedCopy[]>
  /** Opens an earlier copy in place of the work at hand, which stays in the list. */
  restoreSaved(copy: SavedCopy): Promise<boolean>
  /** Downloads an earlier copy as it is, readable or not; false, and said, where it cannot be had. */
  downloadSaved(copy: SavedCopy): Promise<boolean>
  /** Removes an earlier copy for good; nothing else ever removes one. */
  removeSaved(copy: SavedCopy): Promise<boolean>
}

/** What a person does with saved requests. */
export interface RequestActions {
  /** Saves the last question asked with the design; its id, or null when nothing was asked or the part of the page is still to come. */
  pinCurrent(expect?: Expectation | null): string | null
  unpin(id: string): void
  renameRequest(id: string, name: string): void
  setExpectation(id: string, expect: Expectation | null): void
  /** Asks a saved request again, with its trace. */
  askPinned(id: string): Promise<void>
  /** Shows what verify.sh saw beside the answers of the model; the sentence where the text tells nothing of this design. */
  takeObserved(text: string): Promise<string | null>
  /** Puts a request into the bar, asks it and shows its trace. */
  askAbout(request: AccessRequest): Promise<void>
}

export interface Actions extends DocumentActions, RequestActions {
  /** Whether the browser lets the page write into files. */
  readonly canKeepInFile: boolean
}

/** A file that a person chose or dropped, with its path inside of the folder that was dropped. */
export interface ChosenFile {
  readonly path: string
  readonly file: Pick<File, 'size' | 'arrayBuffer'>
}

/** Everything the page draws from and acts on. */
export interface Stores {
  readonly design: StoreApi<DesignState>
  readonly engine: StoreApi<EngineState>
  readonly view: StoreApi<ViewState>
  readonly actions: Actions
  readonly drafts: Drafts
}
