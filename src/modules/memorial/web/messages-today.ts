import { defineMessages } from '../../../ui/text/messages.ts'

/** The one line on the page of today, which is opened more than any other: it loads no other words. */
export const duePatrolMessages = defineMessages(
  {
    'memorial.today': '烈士纪念设施：本月还有 {{due}} 处没巡查',
    'memorial.todayRepairs': '逾期整改 {{overdue}} 项，待您验收 {{toAccept}} 项',
    'memorial.todayGo': '去巡查',
  },
  {
    'memorial.today': 'Memorials: {{due}} not yet seen this month',
    'memorial.todayRepairs': '{{overdue}} repairs overdue, {{toAccept}} to be accepted by you',
    'memorial.todayGo': 'To the patrols',
  },
)
