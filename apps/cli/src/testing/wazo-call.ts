/** A call on a Wazo system, from `alice01` to Bob, as a CSV. */
export const WAZO_CALL = [
  'id,eventtype,eventtime,cid_name,cid_num,exten,context,channame,uniqueid,linkedid,peer,extra',
  ...[
    'CHAN_START,1767607200,Alice,1001,1002,internal,PJSIP/alice01-1,1.1,1.1,,',
    'WAZO_CALL_LOG_DESTINATION,1767607201,Alice,1001,s,user,PJSIP/alice01-1,1.1,1.1,,"{""extra"":""type: user,uuid: 5e500000-0000-4000-8000-000000000002,name: Bob""}"',
    'CHAN_START,1767607202,Bob,1002,s,internal,PJSIP/bob02-2,1.2,1.1,,',
    'BRIDGE_ENTER,1767607205,Bob,1002,,internal,PJSIP/bob02-2,1.2,1.1,,',
    'BRIDGE_ENTER,1767607206,Alice,1001,s,user,PJSIP/alice01-1,1.1,1.1,PJSIP/bob02-2,',
    'CHAN_END,1767607216,Bob,1002,,internal,PJSIP/bob02-2,1.2,1.1,,',
    'CHAN_END,1767607216,Alice,1001,s,user,PJSIP/alice01-1,1.1,1.1,,',
    'LINKEDID_END,1767607216,Alice,1001,s,user,PJSIP/alice01-1,1.1,1.1,,',
  ].map((row, index) => `${index + 1},${row}`),
].join('\n');
