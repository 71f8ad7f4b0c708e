import { Info } from 'lucide-react'
import type { ExportRemark } from '../../core/export/index.ts'
import { PlaceLink } from '../kit/PlaceLink.tsx'

/** What the files cannot say as the design means it. */
export function Remarks({ remarks }: { readonly remarks: readonly ExportRemark[] }) {
  if (remarks.length === 0) return null
  return (
    <section aria-label="Remarks" className="rounded-md border border-line bg-sunken p-2 text-xs">
      <h3 className="flex items-center gap-1.5 font-medium">
        <Info aria-hidden size={14} className="text-accent" />
        Worth knowing ({remarks.length})
      </h3>
      <ul className="mt-1 flex flex-col gap-1.5">
        {remarks.map((remark) => (
          <li key={`${remark.construct}/${remark.message}`}>
            <p className="break-words text-soft leading-[1.125rem]">{remark.message}</p>
            {remark.construct ? <PlaceLink origin={{ construct: remark.construct, path: [] }} /> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
