// The questionnaires, as a survey creator writes them.
const choices = (...list) => list;

const service = {
  title: 'Grassroots Public Service Satisfaction Survey 2026',
  showProgressBar: true,
  pages: [
    {
      name: 'about',
      elements: [
        { type: 'text', name: 'fullname', title: 'Your full name', isRequired: true },
        { type: 'text', name: 'email', title: 'E-mail', inputType: 'email' },
        {
          type: 'radiogroup',
          name: 'role',
          title: 'You are a',
          choices: choices('Resident', 'Business owner', 'Community worker'),
        },
      ],
    },
    {
      name: 'visits',
      elements: [
        {
          type: 'rating',
          name: 'score',
          title: 'How satisfied are you with the service hall?',
          isRequired: true,
        },
        {
          type: 'checkbox',
          name: 'used',
          title: 'Which services did you use?',
          choices: choices('Medical insurance', 'Household registration', 'Elderly allowance'),
        },
      ],
    },
    {
      name: 'last',
      elements: [{ type: 'comment', name: 'suggestion', title: 'What should we improve?' }],
    },
  ],
};

const livelihood = {
  locale: 'zh-cn',
  title: '城乡居民生活状况调查',
  completedHtml: '<h4>问卷提交成功，感谢您的支持！</h4>',
  pages: [
    {
      elements: [
        { type: 'text', name: 'idCard', title: '被访人身份证号', isRequired: true, maxLength: 18 },
        { type: 'text', name: 'members', title: '家庭人口', inputType: 'number' },
      ],
    },
    {
      elements: [
        {
          type: 'dropdown',
          name: 'income',
          title: '主要收入来源',
          choices: choices('务农', '务工', '经商', '转移性收入'),
        },
        { type: 'boolean', name: 'debt', title: '是否有未还清的借款' },
        { type: 'comment', name: 'hardship', title: '生活中最突出的困难' },
      ],
    },
  ],
};

const weekly = {
  locale: 'zh-cn',
  title: '社区工作周报',
  completeText: '提交报表',
  questionErrorLocation: 'bottom',
  elements: [
    { type: 'text', name: 'community', title: '社区名称', isRequired: true },
    {
      type: 'matrixdynamic',
      name: 'work',
      title: '本周工作',
      rowCount: 1,
      addRowText: '添加一行',
      columns: [
        { name: 'item', title: '工作事项', cellType: 'text' },
        { name: 'count', title: '次数', cellType: 'text', inputType: 'number' },
      ],
    },
    {
      type: 'paneldynamic',
      name: 'risks',
      title: '隐患清单',
      panelCount: 0,
      panelAddText: '新增隐患',
      templateElements: [
        { type: 'text', name: 'place', title: '隐患位置' },
        { type: 'text', name: 'todo', title: '整改措施' },
      ],
    },
  ],
};

const material = {
  locale: 'zh-cn',
  title: '创建材料报送',
  completeText: '报送',
  navigateToUrl: '/tasks?sent=1',
  elements: [
    { type: 'text', name: 'item', title: '指标项', isRequired: true },
    { type: 'file', name: 'proof', title: '佐证材料', storeDataAsText: false, allowMultiple: true },
  ],
};

const household = {
  title: 'Household Resilience Assessment',
  showPreviewBeforeComplete: true,
  previewText: 'Preview',
  pages: [
    {
      elements: [
        { type: 'html', name: 'intro', html: '<p>This assessment takes about ten minutes.</p>' },
        { type: 'text', name: 'code', title: 'Household code' },
      ],
    },
    { elements: [{ type: 'text', name: 'head', title: 'Head of household', isRequired: true }] },
    { elements: [{ type: 'comment', name: 'risk', title: 'Main risks' }] },
  ],
  firstPageIsStartPage: true,
};

const task = {
  locale: 'zh-cn',
  completeText: '提交',
  showTitle: false,
  elements: [
    { type: 'text', name: 'count', title: '排查数量', inputType: 'number', isRequired: true },
    {
      type: 'radiogroup',
      name: 'state',
      title: '整改情况',
      choices: choices('已整改', '整改中', '未整改'),
      colCount: 3,
    },
    { type: 'comment', name: 'note', title: '情况说明', rows: 2 },
  ],
};

const feedback = {
  title: 'Website feedback',
  completedHtml: '<p>Thanks! We read every message.</p>',
  completeText: 'Send',
  elements: [
    { type: 'rating', name: 'nps', title: 'How easy was it to find what you need?', isRequired: true },
    { type: 'comment', name: 'why', title: 'Tell us more', rows: 2 },
  ],
};

export const models = { service, livelihood, weekly, material, household, task, feedback };
