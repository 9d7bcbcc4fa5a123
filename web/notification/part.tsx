import { Waiting } from '../components/waiting.tsx'
import { Trouble } from '../loading/trouble.tsx'
import { useLoad } from '../loading/use-load.ts'
import { Main } from '../shell/main.tsx'
import { retry } from '../loading/retry.ts'
import { loadTexts } from '../text/text.ts'
import type { Draft } from './draft.ts'

interface Props {
  id: string
  draft: Draft
  address: (section: string) => string
  focus: string | undefined
}

/** The questions of a part, or the check at the end; each is loaded when it is first needed. */
export function Part({ id, draft, address, focus }: Props) {
  const isCheck = id === 'K'
  const check = useLoad(isCheck ? 'check' : undefined, async () => {
    const [part] = await Promise.all([import('./check-part.tsx'), loadTexts(['check', 'requirements'])])
    return part
  })
  const section = useLoad(isCheck ? undefined : 'section', () => import('./section-part.tsx'))
  const { error, reload } = isCheck ? check : section
  if (isCheck && check.data) return <check.data.CheckPart draft={draft} address={address} />
  if (!isCheck && section.data) {
    return <section.data.SectionPart key={id} id={id} draft={draft} address={address} focus={focus} />
  }
  return <Main>{error ? <Trouble error={error} retry={() => retry(error, reload)} /> : <Waiting lines={6} />}</Main>
}
