/** Five small linked tables of a fictional vendor, as its systems would export them. */

const ACCOUNTS = [
  ['A-1', 'Aoba Logistics', 'Logistics', 'JP', '2024-02-01', 'Enterprise', '120'],
  ['A-2', 'Birch & Co', 'Retail', 'US', '2024-05-16', 'Pro', '40'],
  ['A-3', 'Cedar Health', 'Health', 'UK', '2023-11-30', 'Basic', '12'],
];

function csv(header: string, rows: readonly (readonly string[])[]): string {
  return `${[header, ...rows.map((row) => row.join(','))].join('\n')}\n`;
}

export const VENDOR_FILES: Readonly<Record<string, string>> = {
  'vendor_accounts.csv': csv(
    'account_id,account_name,industry,country,signup_date,plan_tier,seats',
    ACCOUNTS,
  ),
  'vendor_subscriptions.csv': csv(
    'subscription_id,account_id,start_date,end_date,plan_tier,seats,mrr_amount,arr_amount',
    [
      ['S-11', 'A-1', '2024-02-01', '', 'Enterprise', '120', '2786', '33432'],
      ['S-12', 'A-2', '2024-05-16', '2025-05-15', 'Pro', '40', '833', '9996'],
      ['S-13', 'A-3', '2023-11-30', '', 'Basic', '12', '0', '0'],
    ],
  ),
  'vendor_feature_usage.csv': csv(
    'usage_id,subscription_id,usage_date,feature_name,usage_count,usage_duration_secs,error_count',
    [
      ['U-1', 'S-11', '2026-07-27', 'feature_20', '9', '5004', '0'],
      ['U-2', 'S-12', '2026-08-07', 'feature_5', '9', '369', '0'],
      ['U-3', 'S-13', '2026-08-09', 'feature_5', '2', '120', '1'],
      ['U-4', 'S-11', '2026-08-11', 'feature_7', '4', '830', '0'],
    ],
  ),
  'vendor_support_tickets.csv': csv(
    'ticket_id,account_id,submitted_at,closed_at,resolution_time_hours,priority,satisfaction_score',
    [
      ['T-1', 'A-1', '2026-07-27', '2026-07-28 03:00:00', '27.0', 'high', ''],
      ['T-2', 'A-2', '2026-07-08', '2026-07-09 03:00:00', '27.0', 'urgent', '4'],
    ],
  ),
  'vendor_churn_events.csv': csv(
    'churn_event_id,account_id,churn_date,reason_code,refund_amount_usd,is_reactivation,feedback_text',
    [['C-1', 'A-3', '2026-06-25', 'pricing', '4.03', 'False', 'switched to competitor']],
  ),
};
