// The words by which people's interfaces say what a control does and what became of an act. Data only:
// literal substrings of normalised text (see lexicon.ts: NFKC, lower case, no spaces, no digits). The domain
// config adds to them; no rule here belongs to one application.

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** What a control does. The order of the classes in `classifyControl` decides between several hits. */
export const CONTROL_WORDS = {
  /** States, not acts, though they contain an act's word. */
  state: words(`
    已提交 未提交 待提交 已上报 未上报 待上报 已打卡 未打卡 已签到 未签到 已签退 已报到 提交人
    completed incomplete submitted
  `),
  /** Places, or acts upon what such a place holds: a check-in is never one of them, `提交记录` may be either. */
  place: words(`
    记录 列表 历史 统计 状态 管理 查看 详情 日历 规则 说明 设置 时间 排行 教程 帮助 如何 怎么
    须知 公告 范围 预览 history records settings details preview
  `),
  draft: words(`草稿 暂存 稍后 draft saveforlater continuelater finishlater resumelater saveandexit`),
  cancel: words(`取消 关闭 返回 放弃 不提交 再想想 我再看看 收起 cancel close goback dismiss`),
  remove: words(`删除 移除 清空 作废 撤销 撤回 注销 解绑 delete remove discard revoke`),
  reset: words(`重置 重填 reset clear`),
  search: words(`查询 搜索 检索 筛选 查找 过滤 刷新 search filter query find refresh`),
  /** Moves files or data about; what is attached is sent by a commit. */
  transfer: words(`导出 下载 打印 复制 上传 选择文件 export download print copy upload browse`),
  session: words(`登录 登陆 退出 获取验证码 发送验证码 验证码 login logon signin logout signout sendcode`),
  step: words(`下一步 上一步 下一页 上一页 继续填写 继续答题 下一题 上一题 next previous prev back`),
  checkIn: words(
    `打卡 签到 签退 补签 补卡 报到 到岗 离岗 checkin checkout clockin clockout punchin punchout`,
  ),
  /** Says by itself that entered data is sent. */
  commit: words(`
    提交 上报 报送 发布 交卷 填报 申报 递交 发表 送审 报备 报名 送出 寄出 办结 反馈 发送 呈报
    上交 登记 重试 submit publish send post report apply register complete tryagain retry
  `),
  /** Sends, unless the same scope also offers a control of class `commit`: then it keeps a draft. */
  save: words(`保存 存盘 入库 save update`),
  /** Sends only where it closes a form or dialog that has edits, or continues an act begun by a commit. */
  confirm: words(`
    确定 确认 完成 好的 同意 通过 新增 添加 新建 创建 录入 修改 更新 申请 预约 评价 回复
    答复 退回 驳回 受理 办理 签收 转办 转交 移交 转派 交办 分派 派单 接单 审批 审核 是 ok yes confirm done finish add
    create approve reply continue agree 导入 import
  `),
};

/** What a control may do beside sending: `保存并关闭` saves. */
export const BESIDE_WORDS = words(`关闭 返回 退出 打印 导出 下载 close exit return goback print export`);

/** What a message says of the act it follows. */
export const MESSAGE_WORDS = {
  /** About another act, or about no act yet. */
  neutral: words(`
    删除成功 已删除 上传成功 已上传 上传完成 上传完毕 设置成功 uploaded 移除成功 查询成功 搜索成功 加载成功 加载完成 登录成功 登陆成功 退出成功
    导出成功 下载成功 复制成功 刷新成功 获取成功 定位成功 重置成功 草稿 暂存 自动保存 切换成功
    连接成功 正在提交 正在保存 正在上报 正在加载 正在上传 正在发布 正在查询 正在定位 正在生成 正在跳转 正在登录 提交中 上报中 保存中 处理中 加载中 上传中 请稍候 请稍后 请等待 稍等 loading
    pleasewait submitting saving draft deleted loaded loggedin copied exported autosaved
  `),
  /** The act had been done before; nothing new was done. */
  already: words(`
    今日已打卡 今天已打卡 已打过卡 已经打卡 已打卡 打过 今日已签到 今天已签到 已经签到 已签到 已签退
    重复打卡 重复签到 已签过到 无需重复 请勿重复 already
  `),
  /** What a page says when it has looked at its own fields. */
  validation: words(`
    请填写 请输入 请选择 请上传 请完善 请先填 请先选 请至少 请检查 请勾选 不能为空 不可为空
    不得为空 必填 必选 未填写 未选择 还有未 格式不正确 格式错误 格式有误 长度 不合法 有误
    至少选择 至少填写 字数 位数 两次输入 required pleaseenter pleaseselect pleasefill
    pleasechoose mustbe invalidformat cannotbeempty cannotbeblank tooshort toolong isnotvalid
  `),
  failure: words(`
    失败 错误 出错 未成功 不成功 不通过 未通过 不能 不可 无法 无权 没有权限 权限不足 异常 超时
    拒绝 拒收 不予 不属于 驳回 退回 已存在 重复 不在 范围外 超出 无效 已过期 过期 已截止 截止 不符 不一致 不足
    已满 用完 上限 繁忙 未授权 不允许 禁止 未开始 已结束 已关闭 未找到 不存在 请重试 重新提交 重新登录
    冲突 被占用 已被 未到 太远 中断 fail failed failure error denied reject invalid refused notallowed unable
    cannot couldnot can't notpermitted timeout timedout exceeded expired quota forbidden
    unauthorized unauthorised tryagain duplicate conflict outofrange outside notfound
    unsuccessful notsaved notsubmitted notaccepted notreceived notcompleted notrecorded alreadyexists wentwrong unavailable
  `),
  success: words(`
    成功 最近保存 上次保存 已提交 已上报 已保存 已报送 已发布 已发送 已登记 已受理 已收到 已完成 已办结 已录入
    已更新 已添加 已交卷 已送 已反馈 已转办 已转交 已转派 已派单 已签收 已批准 已同意 已审核 已审批 已评价
    已回复 已答复 已确认 已归档 已下发 已延期 已通过 已记录 提交完成 上报完成 办理完毕 办理完成
    打卡完成 签到完成 感谢您 感谢你 谢谢您 谢谢参与 感谢参与 受理编号 回执 交卷完成 保存完毕
    提交完毕 success submitted saved thankyou thanks completed received checkedin clockedin
    checkedout clockedout published recorded accepted created updated
  `),
};

/** Acts whose names sound like failures: done, they are what was wanted. */
export const DONE_WORDS = words(`
    驳回成功 退回成功 拒绝成功 退件成功 终止成功 已驳回 已退回 已退件 已拒绝
  `);

/** What follows from an act is not what became of it. */
export const ASIDE_WORDS = words(`
    不可修改 不可再修改 不可更改 不可撤回 不可撤销 不可编辑 不可再次修改 不能修改 不能再修改 不能更改 不能撤回 不能撤销 不能编辑
    不得修改 不得更改 不得撤回 无法修改 无法更改 无法撤回 无法撤销 cannotbechanged cannotbeedited cannotbeundone cannotbewithdrawn
  `);

/** Says of itself that it was a check-in, whatever was activated: an icon, a picture, a cell of a calendar. */
export const CHECKED_IN_WORDS = words(`
    打卡成功 签到成功 签退成功 补签成功 补卡成功 报到成功 打卡完成 签到完成 签退完成
    checkedinsuccessfully checkinsuccessful clockedinsuccessfully clockinsuccessful
  `);

/** A question or an instruction is not a result, whatever words it contains. */
export const QUESTION_MARKS = words(
  `? 吗 是否 确认要 确定要 您确定 你确定 后不可 后将 后无法 后不能 areyousure`,
);

/** Labels of fields that are never read. */
export const NEVER_READ_WORDS = words(`
    密码 口令 验证码 校验码 动态码 短信码 银行卡 卡号 信用卡 cvv cvc password passwd passcode
    captcha verificationcode verifycode otp onetime cardnumber creditcard securitycode pincode
    secret token
  `);
