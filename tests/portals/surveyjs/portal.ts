// Questionnaires and reports made with SurveyJS, and a check-in page as phones show it.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { SamplePortal } from '../portal';
import { portalFolder } from '../serve';
import { checkInActs } from './acts-check-in';
import { eventActs } from './acts-events';
import { nothingActs } from './acts-nothing';
import { refusedActs } from './acts-refused';
import { handle } from './server';

const require = createRequire(import.meta.url);
const CORE = dirname(require.resolve('survey-core'));
const UI = dirname(require.resolve('survey-js-ui'));

export const portal: SamplePortal = {
  id: 'surveyjs',
  title: '调查填报中心',
  category: 'reporting',
  host: 'wenjuan.test',
  bundles: {
    '/surveys.js': 'app/surveys.ts',
    '/tasks.js': 'app/tasks.ts',
    '/checkin.js': 'app/checkin.ts',
  },
  files: {
    '/survey/core.js': join(CORE, 'survey.core.min.js'),
    '/survey/core.css': join(CORE, 'survey-core.min.css'),
    '/survey/zh.js': join(CORE, 'i18n', 'simplified-chinese.min.js'),
    '/survey/ui.js': join(UI, 'survey-js-ui.min.js'),
  },
  folder: portalFolder(import.meta.url),
  handle,
  acts: [...eventActs, ...refusedActs, ...checkInActs, ...nothingActs],
};
