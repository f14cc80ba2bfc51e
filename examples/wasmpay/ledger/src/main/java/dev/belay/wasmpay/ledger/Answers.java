package dev.belay.wasmpay.ledger;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is answered, as JSON. Amounts are text: a number of 64 bits is more than many readers of JSON hold. */
final class Answers {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Answers() {}

    static byte[] banks(List<Bank> banks) {
        var json = JSON.createObjectNode();
        var array = json.putArray("banks");
        for (var bank : banks) {
            array.addObject()
                    .put("code", bank.code())
                    .put("id", bank.id())
                    .put("name", bank.name())
                    .put("country", bank.country())
                    .put("currency", bank.currency());
        }
        return bytes(json);
    }

    static byte[] accounts(List<Account> accounts) {
        var json = JSON.createObjectNode();
        var array = json.putArray("accounts");
        for (var account : accounts) {
            array.addObject()
                    .put("bank", account.bank())
                    .put("currency", account.currency())
                    .put("balance", Long.toString(account.balance()));
        }
        return bytes(json);
    }

    static byte[] transfers(List<Transfer> transfers) {
        var json = JSON.createObjectNode();
        var array = json.putArray("transfers");
        transfers.forEach(transfer -> put(array.addObject(), transfer));
        return bytes(json);
    }

    static byte[] transfer(Transfer transfer) {
        var json = JSON.createObjectNode();
        put(json, transfer);
        return bytes(json);
    }

    static byte[] error(String message) {
        return bytes(JSON.createObjectNode().put("error", message));
    }

    private static void put(ObjectNode json, Transfer transfer) {
        var order = transfer.order();
        json.put("number", Long.toString(transfer.number()))
                .put("id", transfer.id().toString())
                .put("origin", order.origin())
                .put("destination", order.destination())
                .put("amount", Long.toString(order.amount()))
                .put("currency", order.currency())
                .put("status", order.status().word())
                .put("reason", order.reason())
                .put("created", transfer.created().toString());
        var decisions = json.putArray("decisions");
        for (var decision : order.decisions()) {
            decisions.addObject()
                    .put("validator", decision.validator())
                    .put("language", decision.language())
                    .put("size", decision.size())
                    .put("harness", decision.harness())
                    .put("approved", decision.approved())
                    .put("reason", decision.reason());
        }
    }

    private static byte[] bytes(ObjectNode json) {
        return JSON.writeValueAsBytes(json);
    }
}
