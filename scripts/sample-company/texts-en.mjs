/** What English-speaking CSMs write into the CRM: subjects and short bodies with slots in braces. */

const lines = (text) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|'));

/** subject | what was found | the other way it can have gone | next step */
const topics = lines(`
Count accuracy|Variance down to {low} percent since they count by zone every week. {who} is pleased.|Variance stuck at {low} percent. Returns are put back on the shelf before anyone scans them.|Go through the {n} open differences together.
Pick rate review|Lines per hour up to {rate}. No temps needed for the peak so far.|Afternoon wave still backs up. Showed them how to split the zones.|Walk the route at {site} next week with a stopwatch.
Bringing new hires up to speed|Ramp time is {n} days shorter according to the shift leads. The videos help.|Every trainer shows it differently. We agreed to write one standard work sheet.|Send the template.
Night shift adoption|{n} more night users this month, paper sheets are gone at {site}.|Night crew still double-enters at handover. {who} wants it fixed before the audit.|Join one handover in person.
Receiving times|Dock-to-stock is {n} minutes faster now that most suppliers send notices.|{n} suppliers still send nothing in advance, so the clerks type everything.|List the suppliers that do not send notices.
Returns backlog|{high} percent of returns are handled the same day, the staging lane is free again.|{n} days of returns are waiting for inspection, good stock included.|Sketch a quick-check lane for returns.
Contractors|{n} contractors look at the same screen now and stopped calling.|The contractor keeps its own sheets, so everything exists twice.|Short session for the contractor.
Temperature logs|No gaps in the temperature log and a shorter round.|{n} gaps in the log at {site}, and the doors stay open too long.|Change who gets the reminder.
Staffing by weekday|Moved {n} people at {site} to the morning, backlog is gone by noon.|Nobody can predict the volume, so every morning starts with a scramble.|Send volumes by weekday.
Parts on the road|Everybody sees what is in stock, {n} fewer trips a month.|Parts leave the shelf without a scan. Too many taps, they say.|Try the two-tap setup.
Handheld replacement|Pilot with {n} new handhelds went well, battery lasts the full shift.|Devices keep failing and there are no spares. Budget only next fiscal year.|Share a rollout checklist and rough cost.
Photo reports|Photos are standard now, saves about {n} minutes per job.|{n} jobs closed without a photo. Supervisors will decide whether to make it mandatory.|Mock up the mandatory version.
Mis-ships|Only {n} mis-ships this month, less than a third of where they started.|{n} mis-ships, mostly look-alike SKUs from one supplier.|Pull a list of look-alike SKUs.
Item master clean-up|{n} duplicates merged, the nightly feed is clean.|Pack sizes are a mess and replenishment suffers. One person owns it, part time.|Agree an order of work with {who}.
Dashboards in the morning huddle|They project it every morning at {site}. Crew targets are next.|Only admins look at it. People do not trust the definitions.|One-pager that explains each figure.
Second site|{site} is on schedule, {n} users set up.|{site} is on hold, new manager wants to settle in first.|Redraw the plan and check again next month.
Goals check|Overtime goal of {n} hours will be met. They want to look at stock turns next.|Slower than planned, partly because two departments measure it differently.|Put goal and method in writing.
Requests review|Two of {n} requests delivered, order of the rest unchanged.|Multi-photo came up again. I could not give a date and {who} was not happy.|Get an answer from product this month.
Peak season readiness|{n} temp accounts ready, rehearsal done.|Volume forecast is up {growth} percent, network and devices are tight.|Write the on-call sheet for peak.
Pre-shift inspections|Completion at {high} percent, reminders go out on their own.|Inspections happen but are typed in at the end of the week, which defeats the purpose.|Short practice session on the floor.
Numbers for the leadership team|{who} wants a slide on labor hours and mis-ships. Drafted it together.|Finance asks for payback, but nobody kept the figures from before.|Dig out the old timesheets with them.
ERP interface|Tests passed, nobody retypes orders any more.|Their ERP upgrade changes the order feed. IT is finding a slot.|Send the list of field differences.
Slow movers|Found {n} items without movement for six months and cleared most of them.|Nobody owns the slow movers and they block the fast lanes.|Split the list by department.
New administrator|Walked the new admin through the setup, quick learner.|No handover notes, nobody knows why roles are set the way they are.|Document the current setup.
User poll results|{n} answers from the floor, {high} percent satisfied. Speed is what they like.|Comments say the screen is hard to read in the cold store. Showed them the large type setting.|Repeat the poll in three months.
`);

const emails = lines(`
Notes from today|Hi {who},\\nthanks for the time today. My notes and the two open points are attached. Shout if I missed anything.
Next check-in|Hi {who}, would early in the week after next suit you? Thirty minutes is plenty.
Re: roles and permissions|You can change this under Roles in the admin area. I attached the steps with screenshots.
A feature you may like|Expiry tracking got easier. I think it fits how {site} works, two-minute video inside.
Re: count day|I will be on site at 7:30 with two spare handhelds.
Your monthly usage|Hi {who},\\nlines processed are up {growth} percent on last month. {n} accounts have not been used, worth a look.
Thanks for joining the user group|Recording and the Q and A are attached. Your example got the most questions.
Re: more handhelds|Got it, {n} devices. The quote will follow from our desk.
Maintenance window|We plan maintenance in the early hours of next Sunday. Please check with the night shift.
Re: savings estimate|Based on your timesheets I get roughly {n} hours a month. Assumptions are on page two.
Your request is logged|I passed it on to product and attached the ticket. You will see progress in the monthly mail.
Re: photos not syncing|Sorry for the trouble. The signal at {site} was the cause, steps to resend are attached.
Re: accounts for the temps|{n} accounts are ready from Monday and switch themselves off at the end of the season.
Case study?|Hi {who},\\nother customers would learn from what you did at {site}. Would an anonymous write-up be all right?
Re: label offset|It was the paper setting on the printer. Values attached.
Two weeks to the count|Hi {who}, a list of {n} things to check before count day.
Good to see the floor|Thanks for walking me around {site}. I listed what we noticed.
`);

const calls = lines(`
Question about cycle counts|{who} called about choosing zones for cycle counts. Solved on the phone.
Quick pulse|No problems. {n} more people start at {site} next month.
Billing contact|Finance team merged, new name on the invoice. Sent the form.
Label layout|Margin setting was off, next batch printed fine.
Moving the check-in|Month-end count, so we moved to the week after.
After the fix|No repeat since the patch. Floor is quiet.
Unused accounts|{n} unused accounts, they will check who has left.
Peak season pulse|Too busy for a long talk, but the system holds up.
New site lead|New lead at {site}, introduction booked for next week.
Count results|{who} called with the result: {low} percent variance, home {n} hours earlier than last year.
Licensed devices|Wanted to compare devices in use with the contract. Sent the list.
Lost handheld|One device missing at {site}. Blocked it, found the next day, unblocked.
More on a request|Got the details of the request, it hits a crew of {n} every day.
Audit next month|Needs the history for the auditors. Explained the export.
User group invite|{n} of them will join the session.
`);

const internal = lines(`
Gut feeling|{who} likes us. I still do not know what the decision maker thinks.
Competition|No other vendor mentioned so far. Price will come up at renewal.
Team is thin|{n} people carry the whole thing on their side. Worried about that.
Growth hint|Sister site was mentioned over lunch. No date, do not push.
Handover note|Early birds, call before 9. They like a printed copy.
Watch this|Total users flat, one crew is down. Ask next time.
For product|Third customer who asks for multi-photo.
Renewal angle|With solid savings figures this renews without drama. Show them before the budget round.
Budget|Next budget is fixed in the fall, so the value summary is due before.
Mood|{who} tenses up when figures come up. Something is going on inside.
Find out|{site} is low on Mondays only. Closed, or back to paper?
Who decides|The real decision is made above {who}. Ask for an introduction.
Seen on a desk|Brochure of another vendor. Nobody mentioned it, but I will bring the next proposal early.
Good sign|They brought up goals before I did. First time.
Owed answer|Their question has been open for {n} days. Chased product again.
From the floor|Leads are in favor. Older colleagues say the type is too small.
`);

const qbrs = lines(`
Quarterly review|Results: fewer mis-ships, {n} hours less counting. Still open: the night shift. Next quarter we take on {site}.
Quarterly review with sponsor|Walked through goals and actuals. Stock accuracy stays above {high} percent. Sponsor wants labor productivity next time.
Quarterly review and next goals|Two of three goals met, the third needs a better measure. Updated the request list.
Quarterly review|Three results, one risk, one ask. They agreed to the ask on the spot, a second owner for the item master.
Quarterly review with the floor|Leads from {site} joined and told us what is in the way. Better than any chart.
Quarterly review and plan|{high} percent of target. The gap is training of temps, so that goes first next quarter.
Quarterly review|Reported the hours saved. They want the method in writing for the board.
Quarterly review|Use is healthy. Many questions on how we calculate savings, went through the method line by line.
`);

const closers = [
  'Same time next month.',
  'Nothing else on their list.',
  'Will look at the figure again next time.',
  'They want to show it to the other site.',
  '',
];

const openings = {
  meeting: ['Monthly check-in.', 'Video call with {who}.', 'Two of them, one of us.', 'Short one today.', ''],
  visit: ['On site at {site}.', 'Walked the floor with {who}.', 'Joined the morning huddle at {site}.'],
  training: ['{n} people.', 'Two groups.'],
};

const trainings = lines(`
Basics training|From login to receiving on real devices. Most questions were on reprinting labels.
Admin training|Roles, item master, dashboards. They asked for the recording.
Workshop for floor leads|Reading the progress board and spotting backlog. Good group.
Refresher for new starters|Second round for new people. Last year's class did half of the teaching.
`);

const onboarding = [
  [
    3,
    'meeting',
    'Kick-off',
    'Agreed team, goals and dates. First win is faster receiving. {who} leads on their side.',
  ],
  [
    10,
    'meeting',
    'Process walk-through and setup',
    'Went through the paper forms one by one. Bin codes stay, SKUs get cleaned up.',
  ],
  [21, 'training', 'First training', '{n} people practiced receiving and picking on real devices.'],
  [33, 'visit', 'Go-live support', 'Day one at {site}. Bumpy until 10, smooth after lunch.'],
  [62, 'meeting', 'One month after go-live', 'Receiving is {n} minutes faster. Removed fields nobody used.'],
];

/** days before | kind | subject | bodies to choose from */
const renewal = [
  [
    90,
    'meeting',
    'Renewal, first talk',
    [
      'Asked about plans for next year. They will review the device count.',
      'They intend to stay. {n} unused devices are the open point.',
      'Budget is set aside, {who} needs one page with the savings.',
      'Same terms are fine, but purchasing wants a comparison for the file.',
    ],
  ],
  [
    55,
    'email',
    'Renewal quote',
    [
      'Hi {who},\nhere is the quote for the next term, same quantities as today. Let me know what needs changing.',
      'Hi {who},\nquote attached, with a second version that drops the unused devices.',
    ],
  ],
  [
    28,
    'call',
    'Renewal paperwork',
    [
      'With purchasing now, no objections so far.',
      'Approved, {who} sends the order this week.',
      'Waiting for one signature, in time for the date.',
    ],
  ],
];

const sites = [
  'DC 1',
  'DC 2',
  'the main warehouse',
  'the east yard',
  'the cold store',
  'the north depot',
  'the new annex',
];

export const TEXTS_EN = {
  topics,
  emails,
  calls,
  internal,
  qbrs,
  openings,
  closers,
  trainings,
  onboarding,
  renewal,
  sites,
};
