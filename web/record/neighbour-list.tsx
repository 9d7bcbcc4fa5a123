import type { JSX } from 'preact'
import { t } from '../text/text.ts'
import { groups, type Neighbour, type Neighbours } from './neighbours.ts'

/** Neighbours under their kinds; an empty kind says so. */
export function NeighbourList({ neighbours }: { neighbours: Neighbours }): JSX.Element {
  return (
    <div class="fk-nei fk-mt-l">
      {groups.map((group) => (
        <div key={group}>
          <h3 class="fk-h3">
            {t(`record.links.${group}`)} <span class="fk-count">{neighbours[group].length}</span>
          </h3>
          {neighbours[group].length === 0 && <p class="fk-dim fk-small">{t('record.links.noneOfKind')}</p>}
          <ul class="fk-plain">
            {neighbours[group].map((neighbour) => (
              <Line key={neighbour.id} neighbour={neighbour} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

function Line({ neighbour }: { neighbour: Neighbour }): JSX.Element {
  const name = neighbour.name || t('record.links.noAgreement')
  return (
    <li>
      {neighbour.href ? (
        <a class="ds-link" href={neighbour.href}>
          {name}
        </a>
      ) : (
        name
      )}
      {neighbour.number && neighbour.number !== neighbour.name && (
        <span class="fk-small fk-dim fk-nowrap"> {neighbour.number}</span>
      )}
      {neighbour.trouble === 'unlisted' && (
        <>
          <br />
          <span class="fk-small fk-dim">{t('record.links.unlisted')}</span>
        </>
      )}
    </li>
  )
}
