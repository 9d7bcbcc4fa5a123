import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { allPages } from '../api/all-pages.ts'
import type { Envelope } from '../api/record.ts'
import { getJson } from '../api/request.ts'
import { Icon } from '../components/icon.tsx'
import { Select } from '../components/select.tsx'
import { Table, type Column } from '../components/table.tsx'
import { Waiting } from '../components/waiting.tsx'
import { Trouble } from '../loading/trouble.tsx'
import { useLoad } from '../loading/use-load.ts'
import type { PageProps } from '../router/page.ts'
import { useTitle } from '../router/title.ts'
import { Main } from '../shell/main.tsx'
import { hasRole, useSession } from '../shell/session.ts'
import { t } from '../text/text.ts'
import { forgetCodes } from '../words/codes.ts'
import { CodeDialog, type CodeData, type VocabularyList } from './code-dialog.tsx'

type Code = VocabularyList['codes'][number]

/** The words that answers are chosen from; the data protection officer adds and retires. */
export function VocabularyPage({ query }: PageProps): JSX.Element {
  useTitle([t('admin.vocabulary.heading')])
  const { route } = useLocation()
  const mayEdit = hasRole(useSession(), 'dpo')
  const [open, setOpen] = useState<Code | 'new'>()
  const { data, error, reload } = useLoad('vocabularies', async () => ({
    lists: (await getJson<{ items: VocabularyList[] }>('/api/vocabularies')).items.filter((list) => list.extensible),
    own: await allPages<Envelope<CodeData>>('/api/vocabulary-codes?limit=200'),
  }))
  const list = data?.lists.find((each) => each.vocabulary === query['lista']) ?? data?.lists[0]
  return (
    <Main size="sm">
      <div class="fk-row" data-end>
        <h1 class="fk-h1">{t('admin.vocabulary.heading')}</h1>
        {mayEdit && (
          <button type="button" class="ds-button" data-variant="secondary" onClick={() => setOpen('new')}>
            <Icon name="plus" />
            {t('admin.vocabulary.add')}
          </button>
        )}
      </div>
      <p class="fk-prose">{t('admin.vocabulary.text')}</p>
      {error !== undefined && <Trouble error={error} retry={reload} />}
      {!data && error === undefined && <Waiting lines={8} />}
      {data && list && (
        <>
          <div class="fk-narrow fk-mt fk-mb-s">
            <Select
              label={t('admin.vocabulary.list')}
              options={data.lists.map(({ vocabulary }) => ({
                value: vocabulary,
                label: t(`admin.vocabulary.name.${vocabulary}`),
              }))}
              value={list.vocabulary}
              onChange={(name) => route(`/ordlista?lista=${name}`, true)}
            />
          </div>
          <Table
            caption={t(`admin.vocabulary.name.${list.vocabulary}`)}
            columns={columns(mayEdit ? setOpen : undefined)}
            rows={list.codes}
            rowKey={(code) => code.code}
          />
        </>
      )}
      {open && data && list && (
        <CodeDialog
          list={list}
          record={
            open === 'new'
              ? undefined
              : data.own.find(({ data: own }) => own.vocabulary === list.vocabulary && own.code === open.code)
          }
          onDone={() => {
            setOpen(undefined)
            forgetCodes()
            reload()
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Main>
  )
}

function columns(onEdit: ((code: Code) => void) | undefined): Column<Code>[] {
  return [
    { id: 'sv', label: t('admin.vocabulary.sv'), head: true, cell: (code) => code.sv },
    { id: 'en', label: t('admin.vocabulary.en'), cell: (code) => code.en },
    {
      id: 'class',
      label: t('admin.vocabulary.class'),
      cell: (code) => (code.class ? t(`vocabulary.dataClass.${code.class}`) : ''),
    },
    { id: 'origin', label: t('admin.vocabulary.origin'), phoneLabel: t('admin.vocabulary.origin'), cell: origin },
    ...(onEdit
      ? [
          {
            id: 'edit',
            label: t('admin.action'),
            cell: (code: Code) =>
              code.builtIn ? (
                ''
              ) : (
                <button type="button" class="fk-linklike" onClick={() => onEdit(code)}>
                  {t('admin.edit')}
                  <span class="ds-sr-only"> {code.sv}</span>
                </button>
              ),
          },
        ]
      : []),
  ]
}

function origin(code: Code): string {
  if (code.retired) return t('admin.vocabulary.retired')
  return t(code.builtIn ? 'admin.vocabulary.builtIn' : 'admin.vocabulary.own')
}
