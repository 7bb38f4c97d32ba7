// What the picker's bar says, in the language of this page: the script in the portal has no words of its own.
import type { PickKind, PickOrder } from '../../utils/messaging/protocol';
import { type MessageKey, t } from '../../utils/platform/messages';

const TITLES: Record<PickKind, MessageKey> = {
  checkIn: 'pick_check_in',
  submit: 'pick_submit',
  success: 'pick_success',
  failure: 'pick_failure',
  ignore: 'pick_ignore',
};
const LEADS: Record<PickKind, MessageKey> = {
  checkIn: 'pick_bar_lead_control',
  submit: 'pick_bar_lead_control',
  success: 'pick_bar_lead_message',
  failure: 'pick_bar_lead_message',
  ignore: 'pick_bar_lead_form',
};

export const pickTexts = (kind: PickKind): PickOrder['texts'] => ({
  title: t(TITLES[kind]),
  lead: t(LEADS[kind]),
  take: t('pick_bar_take'),
  other: t('pick_bar_other'),
  stop: t('pick_bar_stop'),
  move: t('pick_bar_move'),
  actFirst: t('pick_bar_act_first'),
  acting: t('pick_bar_acting'),
  // The count is known over there.
  places: t('pick_bar_places', '$1'),
  fields: t('pick_bar_fields', '$1'),
  known: t('pick_known'),
  wontWork: t('pick_wont_work'),
  notHere: t('pick_bar_not_here'),
});
