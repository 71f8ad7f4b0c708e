import { type KeyRow, tellKeyRows } from '../../core/explain/index.ts'
import type { Step } from '../../core/sim/index.ts'

/** The condition keys of a call: those that a statement reads, and below them, folded, all others that it carries. */
export function KeyTable({ step }: { readonly step: Extract<Step, { kind: 'call' }> }) {
  const rows = tellKeyRows(step)
  const read = rows.filter(({ readBy }) => readBy.length > 0)
  const others = rows.filter(({ readBy }) => readBy.length === 0)
  return (
    <div className="mt-2 text-xs">
      {read.length > 0 ? <Rows label="Condition keys that statements read" rows={read} /> : null}
      <details className="mt-1">
        <summary className="min-h-6 cursor-pointer rounded-sm px-2 py-1 text-faint hover:text-ink">
          {others.length} more that it carries and no statement reads
        </summary>
        <Rows label="Condition keys that no statement reads" rows={others} />
      </details>
    </div>
  )
}

interface RowsProps {
  readonly label: string
  readonly rows: readonly KeyRow[]
}

const Rows = ({ label, rows }: RowsProps) => (
  <table aria-label={label} className="w-full table-fixed border-collapse">
    <thead>
      <tr className="text-left text-faint">
        <th className="w-[44%] py-1 pl-2 font-normal">Key, and who sets it</th>
        <th className="py-1 pl-2 font-normal">Value, and what reads it</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ key, value, setBy, readBy }) => (
        <tr key={key} className="border-line border-t align-top">
          <th className="py-1 pl-2 text-left font-normal">
            <code className="break-words font-mono text-[11px]">{key}</code>
            {setBy ? <span className="block text-faint">by {setBy}</span> : null}
          </th>
          <td className="py-1 pl-2">
            {setBy ? (
              <code className="break-words font-mono text-[11px]">{value}</code>
            ) : (
              <span className="text-warn">{value}</span>
            )}
            {readBy.map((one) => (
              <span key={one} className="block break-words text-faint">
                {one}
              </span>
            ))}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
