/** The stack, lowest first: a file may import from its own layer's folder and from lower ones. Layers in one row do not import each other. */
export const STACK: readonly (readonly string[])[] = [
  ['core/base'],
  ['core/net'],
  ['core/aws'],
  ['core/model'],
  ['core/layout', 'core/policy'],
  ['core/topology'],
  ['core/sim'],
  ['core/needs'],
  ['core/propose'],
  ['core/explain', 'core/checks', 'core/export', 'core/import', 'core/templates'],
  ['core/revise'],
  ['engine', 'cli'],
  ['state'],
  ['ui/kit'],
  ['ui/constructs'],
  ['ui/canvas', 'ui/palette', 'ui/inspector', 'ui/request', 'ui/trace', 'ui/findings', 'ui/export', 'ui/start'],
  ['ui/shell'],
  ['app'],
]

/** The order inside of a folder, lowest first, by folders and single files. What stands in no row lies above them all: the file `top`. */
export const INNER: readonly {
  readonly of: string
  readonly rows: readonly (readonly string[])[]
  readonly top: string
}[] = [
  {
    of: 'core/export',
    rows: [
      ['core/export/formats.ts', 'core/export/text'],
      ['core/export/types.ts'],
      ['core/export/plan'],
      ['core/export/aws'],
      ['core/export/steps', 'core/export/permissions'],
      ['core/export/commands', 'core/export/readme'],
      ['core/export/verify'],
      ['core/export/cloudformation', 'core/export/terraform', 'core/export/cli', 'core/export/powershell'],
    ],
    top: 'index.ts',
  },
  // stations say what comes next and never go there: the loop, travel.ts, lies above them all
  {
    of: 'core/sim/travel',
    rows: [
      [
        'core/sim/travel/packet.ts',
        'core/sim/travel/findEni.ts',
        'core/sim/travel/findKeeper.ts',
        'core/sim/travel/strangerAt.ts',
        'core/sim/travel/lookUpRoute.ts',
        'core/sim/travel/recorder.ts',
      ],
      ['core/sim/travel/arrival.ts', 'core/sim/travel/routeStep.ts'],
      ['core/sim/travel/walk.ts'],
      ['core/sim/travel/next.ts', 'core/sim/travel/tell.ts', 'core/sim/travel/circles.ts', 'core/sim/travel/settle.ts'],
      ['core/sim/travel/place.ts'],
      ['core/sim/travel/dropOneSided.ts'],
      [
        'core/sim/travel/filters',
        'core/sim/travel/leaveGuest.ts',
        'core/sim/travel/listen.ts',
        'core/sim/travel/nobodyHas.ts',
        'core/sim/travel/answerOnHost.ts',
        'core/sim/travel/deliverOutside.ts',
      ],
      ['core/sim/travel/balance'],
      ['core/sim/travel/stations'],
      ['core/sim/travel/forward.ts', 'core/sim/travel/deliver.ts', 'core/sim/travel/answer.ts'],
    ],
    top: 'travel.ts',
  },
]

/** Imports that a layer may not have although the target is lower. */
export const NARROWER: readonly { readonly from: string; readonly only: readonly string[] }[] = [
  { from: 'core/templates', only: ['core/base', 'core/net', 'core/model', 'core/templates'] },
  { from: 'cli', only: ['core', 'cli'] },
]

/** Imports that a layer may not have although the target is lower and everybody else may. */
export const NEVER: readonly { readonly from: string; readonly what: string }[] = [
  { from: 'core/topology', what: 'core/layout' },
  { from: 'core/sim', what: 'core/layout' },
]

/** Packages of which each belongs to folders, or to single files. */
export const OWNERS: Readonly<Record<string, readonly string[]>> = {
  'ip-num': ['core/net'],
  zod: ['core/model', 'core/policy'],
  'jsonc-parser': ['core/policy'],
  yaml: ['core/export', 'core/import', 'core/revise'],
  '@xyflow/react': ['ui/canvas'],
  '@codemirror/autocomplete': ['ui/kit/policy'],
  '@codemirror/commands': ['ui/kit/policy'],
  '@codemirror/lang-json': ['ui/kit/policy'],
  '@codemirror/language': ['ui/kit/policy'],
  '@codemirror/lint': ['ui/kit/policy'],
  '@codemirror/state': ['ui/kit/policy'],
  '@codemirror/view': ['ui/kit/policy'],
  '@lezer/highlight': ['ui/kit/policy'],
  fflate: ['core/export', 'core/import', 'ui/export'],
  zustand: ['state', 'ui/kit/useStore.ts'],
  react: ['ui', 'app'],
  'react-dom': ['ui', 'app'],
  'lucide-react': ['ui'],
}

/** What makes a function's answer hang on more than its input: the clock and chance. No file of the core names it. */
export const IMPURE = /\bnew Date\(\)|\bDate\.now\b|\bMath\.random\b/

/** Functions that compute verdicts: the page never calls them, the worker, the command line and tests do. */
export const HEAVY_DOORS: readonly string[] = [
  'compileTopology',
  'simulate',
  'decide',
  'changedVerdict',
  'runChecks',
  'exportDesign',
  'importFiles',
  'reviseTemplate',
  'deriveSections',
  'suggestDestinations',
]
export const MAY_USE_HEAVY_DOORS: readonly string[] = ['core', 'engine', 'cli']

/** Names of files that hold a table, or what several files share of one theme, and none of whose exports has the word. */
export const TABLES: readonly string[] = [
  'balancerParts',
  'byHand',
  'checkDrawing',
  'command',
  'circles',
  'clipboard',
  'commands',
  'common',
  'containment',
  'definition',
  'detailParts',
  'dns',
  'editing',
  'endpointLife',
  'exampleDesigns',
  'exampleNetworks',
  'exampleParts',
  'filling',
  'filters',
  'forms',
  'intrinsics',
  'kindNames',
  'lattice',
  'layers',
  'linking',
  'listKeys',
  'lowerings',
  'markdown',
  'moving',
  'networks',
  'onPremises',
  'order',
  'parts',
  'protocol',
  'putting',
  'reach',
  'registry',
  'resources',
  'sameAnswers',
  'selecting',
  'serverless',
  'standIns',
  'strings',
  'tell',
  'types',
  'values',
  'whereabouts',
  'words',
  'zooming',
]
