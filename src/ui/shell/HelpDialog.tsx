import { Search } from 'lucide-react'
import { useState } from 'react'
import { APP_VERSION } from '../../core/base/index.ts'
import { CONTROL, classNames } from '../kit/classNames.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { useStores } from '../kit/useStore.ts'
import { SHORTCUTS } from './shortcuts.ts'

const STEPS = [
  [
    'Draw',
    'Drag from the palette into a Region, a VPC, a zone or a subnet. What will happen is said before you let go.',
  ],
  [
    'Ask',
    'Choose a client and a destination above the canvas. The trace shows the lookup, the way there and the way back.',
  ],
  ['Mend', 'The deciding entry is one click away. Findings say what AWS would refuse, with fixes that can be undone.'],
  [
    'Deploy',
    'Export gives CloudFormation, Terraform, and scripts for the AWS CLI or PowerShell for exactly what is drawn.',
  ],
] as const

/** How it works in four lines, and every key. */
export function HelpDialog() {
  const { view } = useStores()
  const [filter, setFilter] = useState('')
  const groups = SHORTCUTS.map(({ group, rows }) => ({
    group,
    rows: rows.filter(({ keys, does }) =>
      `${keys.join(' ')} ${does} ${group}`.toLowerCase().includes(filter.toLowerCase().trim()),
    ),
  })).filter(({ rows }) => rows.length > 0)
  return (
    <Dialog title="Help" onClose={() => view.getState().openDialog(null)} className="w-[46rem]">
      <div className="min-h-0 overflow-y-auto p-4">
        <ol className="grid grid-cols-1 gap-2 sm:grid-cols-2">
          {STEPS.map(([title, text], index) => (
            <li key={title} className="rounded-lg border border-line p-3">
              <h3 className="font-medium">
                {index + 1}. {title}
              </h3>
              <p className="mt-0.5 text-soft text-xs leading-[1.125rem]">{text}</p>
            </li>
          ))}
        </ol>
        <p className="mt-3 text-soft text-xs leading-[1.125rem]">
          Everything is computed in this page: no account, no AWS credentials, and nothing is sent anywhere. Where the
          simulation does not know, it says so and does not guess.
        </p>
        <div className="mt-4 mb-2 flex items-center gap-3">
          <h3 className="grow font-medium">Keys</h3>
          <div className="relative w-56">
            <Search aria-hidden size={14} className="absolute top-[7px] left-2 text-faint" />
            <input
              type="search"
              aria-label="Filter the keys"
              placeholder="Filter"
              value={filter}
              onChange={(event) => setFilter(event.target.value)}
              className={classNames(CONTROL, 'pl-7')}
            />
          </div>
        </div>
        <div className="grid grid-cols-1 gap-x-6 gap-y-4 sm:grid-cols-2">
          {groups.map(({ group, rows }) => (
            <table key={group} className="w-full self-start text-xs">
              <caption className="pb-1 text-left text-faint">{group}</caption>
              <tbody>
                {rows.map(({ keys, does }) => (
                  <tr key={does} className="border-line border-t align-top">
                    <th scope="row" className="w-36 py-1.5 pr-2 text-left font-normal">
                      <Keys keys={keys} />
                    </th>
                    <td className="py-1.5 text-soft">{does}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          ))}
        </div>
        <p className="mt-3 text-faint text-xs">On a Mac, Cmd stands for Ctrl. This is Hopwise {APP_VERSION}.</p>
      </div>
    </Dialog>
  )
}

/** Each key, or keys pressed together, on a cap. */
function Keys({ keys }: { readonly keys: readonly string[] }) {
  return (
    <span className="flex flex-wrap gap-1">
      {keys.map((key) => (
        <kbd
          key={key}
          className="whitespace-nowrap rounded-sm border border-line-strong bg-sunken px-1.5 font-sans leading-5"
        >
          {key.replace(/Arrow(?=[A-Z])/, '')}
        </kbd>
      ))}
    </span>
  )
}
